/**
 * What Facecheck keeps in the HTTP session: the pass, what is under way to one, and the attempts. No other room touches
 * {@code HttpSession}, and no value here is ever changed: a new one takes the old one's place.
 *
 * <ol>
 *   <li>A rule interrupts a {@code RememberedRequest}; the {@code VerificationState} keeps it as an {@code PendingRequest}.
 *   <li>The browser is sent to the capture page, whose one-time token is on a {@code FormToken} that holds on to the errand: one
 *       for each tab, told apart from what another site asks for by its {@code Initiator}.
 *   <li>Whoever redeems the token and passes goes on with that errand; the {@code Pass} says who they are. If it was a form,
 *       it is taken out once, when the browser comes back.
 * </ol>
 *
 * <p>All of it is limited: errands and tickets in each session, what all sessions remember by the {@code RememberBudget}, and
 * by {@code SessionLimits} the time that a session lives which was begun for a check that nobody passes. What is stored by
 * another version is read as far as it is whole.
 */
@NullMarked
package org.facecheck.internal.session;

import org.jspecify.annotations.NullMarked;
