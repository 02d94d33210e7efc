/**
 * For the tests of applications that have Facecheck before them.
 *
 * <ul>
 *   <li>{@code PlayedService} is a Face Match API that answers as it is told: in a JUnit test by {@code PlayedServiceExtension}, and
 *       beside an application that a developer runs by {@code PlayedServiceProgram}.
 *   <li>{@code KycIdentities} has somebody verified in a unit test that needs no server.
 * </ul>
 *
 * <p>The rooms below, {@code sandbox} with the people and the answers and {@code http} with the server, are the kit's and the
 * example's own, and may change with any version. Nothing of the kit is a part of Facecheck's jar, and nothing of it can let
 * anybody in.
 */
@NullMarked
package org.facecheck.testkit;

import org.jspecify.annotations.NullMarked;
