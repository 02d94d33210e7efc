/**
 * Everything that only exists where Faces does. A filter mapping protects the address of a view; Faces renders one view under
 * the address of another, by implicit navigation, and one view under several addresses. So the rules are asked once more,
 * about the view itself.
 *
 * <ol>
 *   <li>{@link org.facecheck.internal.faces.ViewGuard} listens to Faces' phases, once the application has started and if
 *       {@code FacesServlets} finds a servlet of Faces.
 *   <li>{@code FacesView} is the view that is worked on now, and its request.
 *   <li>{@code ViewRules} makes the view's addresses and has the container asked which rules match them, by {@code RuleProbe}
 *       of room {@code guard}.
 *   <li>Each rule's {@code RuleGuard} admits the request, or the client is sent for a check and Faces does no more.
 * </ol>
 *
 * <p>All of Faces is called by its methods' names, with {@code FacesMethod}: the jar must not refer to a class of its API.
 */
@NullMarked
package org.facecheck.internal.faces;

import org.jspecify.annotations.NullMarked;
