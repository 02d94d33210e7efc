/**
 * Limits on what is under way at once, values that are made once, and the one place where a thread's context class loader is
 * exchanged. These classes know nothing of pictures, requests or face checks, and depend on no other room, so that every room
 * may use them:
 *
 * <ul>
 *   <li>{@link org.facecheck.internal.concurrent.Bulkhead} refuses what is too much, at once;
 *   <li>{@link org.facecheck.internal.concurrent.AsyncSemaphore} lets what is too much wait, without a thread;
 *   <li>{@link org.facecheck.internal.concurrent.ContextClassLoader} keeps the application's class loader away from threads
 *       that outlive the application;
 *   <li>{@link org.facecheck.internal.concurrent.Lazy} makes a value at its first use, once, whoever asks at the same time;
 *   <li>{@link org.facecheck.internal.concurrent.Timer} ends what takes too long, in one thread;
 *   <li>{@link org.facecheck.internal.concurrent.KeyedLocks} has steps wait for each other that concern the same.
 * </ul>
 */
@NullMarked
package org.facecheck.internal.concurrent;

import org.jspecify.annotations.NullMarked;
