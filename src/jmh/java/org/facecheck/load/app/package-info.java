/**
 * The application that the load programme measures. It is packed into the WAR, so it uses nothing but the platform.
 *
 * <p>{@link org.facecheck.load.app.AsyncCheck} and {@link org.facecheck.load.app.BlockingCheck} are the same face check by
 * hand, {@link org.facecheck.load.app.ReceiveOnly} is none, and {@link org.facecheck.load.app.OtherPage} is everything else.
 */
package org.facecheck.load.app;
