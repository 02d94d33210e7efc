/**
 * What is written down of face checks, for operators and auditors. Nothing of the person is in it: an outcome, fixed words, and
 * a reference that the person can read out.
 *
 * <ol>
 *   <li>A step of the room {@code capture} comes to an outcome and tells {@code AuditRecorder}, which gives it its time and a
 *       {@code SupportReference}.
 *   <li>The {@code Audit} records it: {@code AuditLog} writes a line, then tells the application's observers.
 * </ol>
 *
 * <p>An audit that fails is no reason to answer nothing, but one to give no pass: {@code AuditRecorder.Entry} tells.
 */
@NullMarked
package org.facecheck.internal.audit;

import org.jspecify.annotations.NullMarked;
