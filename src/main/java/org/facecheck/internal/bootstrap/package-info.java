/**
 * Puts Facecheck together and in front of the routes. The top of all rooms but {@code org.facecheck.web}, whose listener is
 * the second way in.
 *
 * <ol>
 *   <li>The server calls {@link org.facecheck.internal.bootstrap.FaceCheckInitializer}, or {@code FaceCheckListener} where
 *       {@code web.xml} declares it; both begin the application's one {@link
 *       org.facecheck.internal.bootstrap.ApplicationStartup}.
 *   <li>{@code CompositionRoot} reads the configuration and wires the rooms. What the application may replace by a bean
 *       stays {@code Lazy}; {@code DefaultFaceMatcher} makes Faceki's client at its first check.
 *   <li>{@code RegistrationPlan} says which filter goes where, with {@code GuardScope} for the target guard; each {@code
 *       PlannedFilter} adds itself and checks that the server took all of it.
 *   <li>When listeners run, {@code ApplicationStartup} asks CDI for the application's beans, stops the deployment where
 *       neither a bean nor credentials are there or where {@code DeploymentCheck} (room {@code deployment}) finds a rule without its servlet, and writes
 *       the {@code StartupReport}.
 *   <li>When everything has started, {@code StartupCompletedServlet} starts the guard of Faces views and names each {@code
 *       EarlierFilter}.
 * </ol>
 *
 * <p>{@code StartupCheckListener} is for the case that none of this happens.
 */
@NullMarked
package org.facecheck.internal.bootstrap;

import org.jspecify.annotations.NullMarked;
