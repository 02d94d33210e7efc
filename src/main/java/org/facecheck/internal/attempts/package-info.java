/**
 * Limits how often a selfie may be tried. Stands below the session room and knows no HTTP session.
 *
 * <ol>
 *   <li>The caller names the {@code AttemptSource} of a request: the {@code SessionCounter} that its session carries, its
 *       {@code PrincipalName} if one is logged in, its {@code ClientAddress} (room {@code caller}).
 *   <li>{@code AttemptLimiter} takes an attempt before it is made, from all three or from none; the {@code AttemptResult} is a
 *       {@code TakenAttempt}, or says how long the source is locked. Each count is a {@code LimitedCounter}, which asks and takes
 *       in one step.
 *   <li>The caller keeps the taken attempt, or gives it back where it succeeded or failed by no fault of the person's.
 *   <li>For principals and addresses it has {@code AttemptCounters}: a {@code KeyedNameHash} chooses the slot of a {@code
 *       CounterStore}, which holds an {@code AttemptCount}, in this server or in a map of the cluster's.
 *   <li>{@code SharedCache} finds that map in JNDI when the application is deployed, and tries whether it can be relied on.
 * </ol>
 *
 * <p>Where a count can't be had, {@code AttemptsUnavailableException} says so, and no attempt may be made.
 */
@NullMarked
package org.facecheck.internal.attempts;

import org.jspecify.annotations.NullMarked;
