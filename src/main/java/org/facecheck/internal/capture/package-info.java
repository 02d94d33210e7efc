/**
 * The page that takes a selfie, the upload, and what the person is told. A picture lives in memory from upload to verdict:
 *
 * <ol>
 *   <li>{@link org.facecheck.internal.capture.CaptureServlet} shows the page, or takes what it sent;
 *   <li>{@code UploadHandler} asks whether it may be tried at all. A form is read at once ({@code FormUpload}), a picture that is
 *       the body itself by and by ({@code AsyncUpload}), whereupon the request comes back to the servlet with it. Package {@code
 *       picture} makes a selfie of it, and forgets the rest;
 *   <li>{@code CheckRunner} starts the face check, without waiting for it wherever that can be;
 *   <li>{@code VerdictHandler} takes the verdict up, in the request's own context again: audit, session, answer.
 * </ol>
 *
 * <p>The page itself is one markup in two languages, {@code META-INF/tags/facecheck/capture.tag} for JSP and {@code
 * META-INF/resources/facecheck/capture.xhtml} for Facelets, which the jar's own views and any page of an application's show
 * alike. Both read {@code PageModel}, from {@code CapturePage} or {@code EmbeddedCapture}; {@code capture.js} shows the parts
 * whose {@code data-when} names the state that it is in.
 */
@NullMarked
package org.facecheck.internal.capture;

import org.jspecify.annotations.NullMarked;
