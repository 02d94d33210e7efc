/**
 * What Facecheck keeps in the HTTP session: the pass, what is under way to one, and the attempts. No other room touches
 * {@code HttpSession}, and no value here is ever changed: a new one takes the old one's place.
 *
 * <ol>
 *   <li>A rule interrupts a {@code RememberedRequest}, which {@code RequestCache.saveRequest} keeps: in the {@code
 *       VerificationState}, as a {@code PendingRequest}.
 *   <li>The browser is sent to the capture page. {@code FaceCheckSession.issueToken} gives the page a {@code FormToken}, which
 *       the state keeps as an {@code IssuedToken} that holds on to the pending request: one for each tab, told apart from what
 *       another site asks for by its {@code Initiator} (room {@code caller}).
 *   <li>The upload is admitted under a {@code SessionSnapshot}, and concluded only where that still holds. It redeems the token,
 *       and is counted in the {@code SessionAttempts}. On a match, {@code grant} leaves the {@code
 *       Pass}, which says who was verified, and for which principal.
 *   <li>The browser comes back with that pass. If a form was interrupted, {@code RequestCache.takeMatchingForm} takes it out,
 *       once. A one-time rule uses up the check with the request that it was made for ({@code RequestFingerprint}).
 * </ol>
 *
 * <p>All of it is limited: requests and tokens in each session, what all sessions remember by the {@code RememberBudget}, and
 * by {@code SessionLimits} the time that a session lives which was begun for a check that has not been passed.
 *
 * <p>What is stored outlives the version that has stored it: containers keep sessions over a redeployment and hand them from
 * one server of a cluster to the other. So these hold for {@code Pass}, {@code VerificationState}, {@code PendingRequest},
 * {@code RememberedRequest} and its {@code Form}, {@code IssuedToken}, {@code AttemptCount} and {@code KycIdentity}:
 *
 * <ul>
 *   <li>They are final classes and no records: JBoss Marshalling 2.0 (WildFly 26) refuses records, and later ones read none
 *       with a component more or less; either way the container drops the whole session, the application's attributes included.
 *   <li>Their names, the names and types of their fields and {@code serialVersionUID} stay as they are. Fields may come and go,
 *       as the Java Object Serialization Specification, §5.6.2, allows.
 *   <li>Fields hold JDK types or each other; no enum, since an unknown constant is as bad as an unknown class.
 *   <li>A field that is missing is read as {@code null}, zero or {@code false}; each is chosen so that this means less is
 *       allowed. What is not whole is left out.
 * </ul>
 */
@NullMarked
package org.facecheck.internal.session;

import org.jspecify.annotations.NullMarked;
