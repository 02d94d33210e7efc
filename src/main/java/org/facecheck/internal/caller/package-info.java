/**
 * Who sends a request, as far as the container and the browser tell. Each class asks one question of a request, and none of a
 * session, so that every room may ask.
 *
 * <ul>
 *   <li>{@code PrincipalName}: who is logged in?
 *   <li>{@code CallerAttribute}: which values has an attribute of who is logged in? {@code PrincipalAttribute} finds them in a
 *       principal of any class.
 *   <li>{@code LatestLogins}: to which session has a person logged in last?
 *   <li>{@code ComparableText}: are two names one?
 *   <li>{@code ClientAddress}: from which network does it come?
 *   <li>{@code Initiator}: who made the browser send it, the person or another site?
 * </ul>
 *
 * <p>Names and addresses are personal data: no text form shows them.
 */
@NullMarked
package org.facecheck.internal.caller;

import org.jspecify.annotations.NullMarked;
