/**
 * The capture page's requests: from the upload of a selfie to what the person is told. A picture lives in memory from the upload
 * to the verdict, and nowhere else. This is the way of an upload; each step returns a {@code CaptureResult}:
 *
 * <ol>
 *   <li>{@code CaptureServlet} hands each dispatch to {@link org.facecheck.internal.capture.CaptureHandler}, which takes the
 *       following steps in turn;
 *   <li>{@code UploadHandler} asks what can be asked before the body is read, takes a place, and has the body read (room
 *       {@code upload});
 *   <li>{@code UploadAdmission} redeems the form token, has a selfie made of the picture (room {@code image}) and takes the
 *       service's permit and the attempt (room {@code attempts});
 *   <li>{@code CheckRunner} starts the matcher, without waiting for it wherever that is possible;
 *   <li>{@code VerdictHandler} has the match judged (room {@code verdict}) and the outcome recorded (room {@code audit}), and
 *       leaves a pass in the session;
 *   <li>{@code CaptureResponder} writes the answer: a redirect to the target that {@code PostCheckRedirect} finds, or the page
 *       with a message (room {@code page}).
 * </ol>
 *
 * <p>From the second step to the fifth, the request may wait without a thread, and {@code AsyncUploadHandler} takes the steps
 * between: it asks what was kept of the request. {@code CaptureExchange} is the one object
 * that the request keeps meanwhile, and says what to go on with when the container dispatches it again, once.
 * What the upload was admitted under is its {@code Admission}: nothing is concluded for another session or principal, and what
 * would be is an outcome of its own.
 */
@NullMarked
package org.facecheck.internal.capture;

import org.jspecify.annotations.NullMarked;
