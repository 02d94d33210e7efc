/**
 * Facecheck: a face check before the protected routes of a Jakarta EE web application. This package is what an application may
 * use; the packages below it are not API. Start reading here: this is the way of a request.
 *
 * <ol>
 *   <li value="0">When the application starts, {@code startup} reads the configuration with {@code config}, which complains of
 *       everything that is wrong at once and stops the deployment, and registers a filter for each rule, with the rule's
 *       patterns: which path is protected is decided by the container alone.
 *   <li>A request to a protected route reaches {@link org.facecheck.internal.rule.FaceCheckFilter}, and there the {@code Door} in {@code
 *       gate}. With a fresh {@code Pass} in the session (package {@code session}) it goes on; that is one look-up.
 *   <li>Without one, {@code Challenge} answers with what this kind of client can use: pages and forms are remembered in the
 *       session and sent to the capture page, scripts are told to go there.
 *   <li>In {@code capture}, {@code CapturePage} shows the page: the jar's JSP or Facelets view, or the application's own.
 *   <li>{@code Submission} takes the upload: attempts, one-time token, size. {@code SelfieReader} in {@code picture} walks the
 *       picture's structure, and leaves out all that is not the picture.
 *   <li>The {@link org.facecheck.FaceMatcher} says whose face it is, by default {@code FacekiClient} in {@code faceki}; no
 *       thread waits for it. {@code Judge} in {@code verdict} asks the {@link org.facecheck.AcceptancePolicy} whether the
 *       records are good enough, and the {@link org.facecheck.IdentityBinding} whether it is the right person.
 *   <li>{@code Conclusion} writes the outcome down as a {@link org.facecheck.FaceCheckEvent}. A pass goes into the session,
 *       which gets a new id, and the remembered request is resumed (a form's body by {@code ResumedRequest} in {@code gate}).
 *       Anything else is news on the page: a hint, a refusal, a wait, trouble with a reference.
 * </ol>
 *
 * <p>Aside from that way lies {@code selfcheck}, the jar's command for operators, which asks a deployed application from
 * outside.
 *
 * <p>The application reads {@link org.facecheck.KycIdentity}, also by CDI and expression language (package {@code
 * application}). Whatever is unknown, missing, late or contradictory on this way means "not verified".
 */
@NullMarked
package org.facecheck;

import org.jspecify.annotations.NullMarked;
