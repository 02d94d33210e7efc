/**
 * The operators' command: asks a deployed application for what is protected, in all the variants by which filters of this kind
 * have been bypassed, and says which came through. It stands alone: nothing else of the jar uses it, and it uses nothing but
 * the JDK, since no server is there when it runs.
 *
 * <ol>
 *   <li>{@code SelfCheck} is the main class; {@code CommandLine} reads what is asked for.
 *   <li>{@code Inspection} takes one address after the other. It asks for the address as it is written, and goes on only if
 *       Facecheck's own challenge comes back.
 *   <li>{@code Baseline} is asked for once an address: what the application shows where nothing is.
 *   <li>{@code RequestVariants}, in the room {@code request}, makes some two or three hundred requests of the address, and
 *       {@code RawHttpClient} sends them byte for byte.
 *   <li>A response that is a success and not in the baseline has shown something. The {@code Finding} of the address says so,
 *       and the {@code Summary} has the worst for each rule and the exit code.
 * </ol>
 */
@NullMarked
package org.facecheck.internal.selfcheck;

import org.jspecify.annotations.NullMarked;
