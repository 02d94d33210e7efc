/**
 * What the deployed application is like, as far as that decides whether and how Facecheck may start in it. Reads, and registers
 * nothing; {@code ApplicationStartup} asks.
 *
 * <ol>
 *   <li>{@code RequiredApis} names the APIs that the application does not get.
 *   <li>{@code DeploymentDescriptor} reads {@code web.xml} and fragments.
 *   <li>{@code SharedJar} finds the applications of an EAR that nobody meant.
 *   <li>{@code DeploymentCheck} finds settings that name something which is not there, and {@code EarlierFilter} what may answer
 *       before the rules do.
 * </ol>
 */
@NullMarked
package org.facecheck.internal.deployment;

import org.jspecify.annotations.NullMarked;
