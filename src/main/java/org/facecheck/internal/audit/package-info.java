/**
 * What is written down of face checks, for operators and auditors: the outcome, where and for what, and a reference that the
 * person can read out. Who it was is in the event, for the application's observers; the log has of it what the deployer names.
 *
 * <ol>
 *   <li>A step of the room {@code capture} comes to an outcome and tells {@code AuditRecorder}, which gives it its time, a
 *       {@code SupportReference}, what {@code RequestFacts} knows of the request, and the {@code CheckFigures} of the upload.
 *   <li>The {@code Audit} records it: {@code AuditLog} writes an {@code AuditLine}, then tells the application's observers.
 * </ol>
 *
 * <p>An audit that fails is no reason to answer nothing, but one to give no pass: {@code AuditRecorder.Entry} tells.
 */
@NullMarked
package org.facecheck.internal.audit;

import org.jspecify.annotations.NullMarked;
