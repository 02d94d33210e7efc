/**
 * Facecheck: a face check in front of the protected routes of a Jakarta EE web application. This package is what an application
 * may use; {@code org.facecheck.web} has the name that may stand in a {@code web.xml}; all below {@code org.facecheck.internal}
 * may change with any version. Start reading here. This is the way of a request, with the room ({@code internal}'s packages)
 * that each step is in:
 *
 * <ol>
 *   <li value="0">At start-up {@code ApplicationStartup} ({@code bootstrap}) reads the configuration ({@code config}), stops the
 *       deployment where it is wrong, and carries out its {@code RegistrationPlan}: a filter for each rule, with the rule's
 *       patterns. The container alone decides which path is protected.
 *   <li>{@code TargetGuardFilter} ({@code guard}) refuses a target that two readers may read in two ways. A request to a
 *       protected route then reaches {@code FaceCheckFilter} and its {@code RuleGuard} ({@code rule}). With a {@code Pass} that
 *       is fresh enough ({@code session}) it goes on untouched. Views of Faces are asked about once more, by {@code ViewGuard}
 *       ({@code faces}).
 *   <li>Without one, {@code Challenge} ({@code challenge}) answers in the form that this kind of client understands. Pages and
 *       forms are remembered in the session, and the browser is sent to the capture page; scripts are told to go there.
 *   <li>{@code CapturePage} ({@code page}) shows the page: {@code CaptureMarkup} writes it, with a one-time token.
 *   <li>The page sends a selfie to {@code CaptureServlet} ({@code capture}). {@code UploadHandler} has it read ({@code upload}),
 *       and {@code UploadAdmission} redeems the token, has the picture checked and cleaned by {@code SelfieReader} ({@code
 *       image}), and takes the attempt ({@code attempts}).
 *   <li>{@code CheckRunner} asks the {@link org.facecheck.FaceMatcher} whose face it is; by default that is {@code
 *       FacekiClient} ({@code faceki}). No thread waits for the answer.
 *   <li>{@code VerdictHandler} has {@code Judge} ({@code verdict}) ask the {@link org.facecheck.AcceptancePolicy} whether the
 *       records are good enough, and the {@link org.facecheck.IdentityBinding} whether it is the right person. It has the
 *       outcome recorded ({@code audit}), as a {@link org.facecheck.FaceCheckEvent}; only then may a pass go into the session,
 *       whose id changes. Nothing is concluded for another session or principal than those that the upload was admitted under.
 *   <li>{@code CaptureResponder} answers: with a redirect to what was wanted ({@code PostCheckRedirect}), where {@code
 *       ResumedRequest} ({@code challenge}) puts a remembered form back in place; or with the page and a message.
 * </ol>
 *
 * <p>The application reads the verified {@link org.facecheck.KycIdentity} by its method {@code of}, by CDI, or by expression
 * language (room {@code application}). What is unknown, missing, late or contradictory on this way means "not verified".
 *
 * <p>Aside from the way lies {@code selfcheck}, a command for operators that asks a deployed application from outside.
 */
@NullMarked
package org.facecheck;

import org.jspecify.annotations.NullMarked;
