/**
 * What a client gets that a rule does not let pass, and how its request goes on after the check.
 *
 * <ol>
 *   <li>{@link org.facecheck.internal.challenge.Challenge} asks {@code ClientKind} what kind of client it is.
 *   <li>A navigation is remembered in the session, and so is a form, if {@code FormBodyReader} can read all of it and it
 *       comes from this site. A script is told, and nothing of it is remembered; of one of Faces, it is the page that it belongs
 *       to, {@code GuardedPage}.
 *   <li>{@code ChallengeWriter} writes the redirect, the problem details, or the page that says why a form is not kept.
 *   <li>After the check the client comes back by a GET, and {@link org.facecheck.internal.challenge.ResumedRequest} shows it
 *       to the application as the form that it had sent: with {@code FormHead}, {@code ReplayBody} and {@code UrlEncodedForm}.
 *       What the server can answer, it is asked; the rest is read as {@code FormReading} says that this server would.
 * </ol>
 */
@NullMarked
package org.facecheck.internal.challenge;

import org.jspecify.annotations.NullMarked;
