/**
 * The face as the container's login ({@code facecheck.login=container}): a jar beside Facecheck's own one. Without that key it does
 * nothing.
 *
 * <ul>
 *   <li>{@code FaceLoginExtension} gives the container the mechanism, with the key and not else.
 *   <li>{@code FaceMechanism} answers for each request who is logged in, by the pass in its session, and sends others for a check.
 *   <li>{@code ConstraintGuard} asks the library's own rooms, {@code ResubmittedForm} brings back a form that was stopped.
 *   <li>{@code FaceLoginInitializer} has the server looked at while the application starts, by {@code WildFlyDomain} and {@code
 *       SubjectHandler}.
 * </ul>
 */
@NullMarked
package org.facecheck.login;

import org.jspecify.annotations.NullMarked;
