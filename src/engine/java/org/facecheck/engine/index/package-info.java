/**
 * Whose template is nearest, among all of a gallery. {@link org.facecheck.engine.index.TemplateIndex} is what a gallery asks; {@link
 * org.facecheck.engine.index.ExactIndex} compares with each one, and {@link org.facecheck.engine.index.HnswIndex} has Lucene walk through a
 * graph of neighbours. Both are in memory only, and know people by a key.
 *
 * <p>A search among so many that the second one is worth it takes strangers for somebody, whichever of the two makes it: {@code
 * MatchPolicy} says how many may be searched. What needs a large index is the check at enrolment, whether a face is on file already.
 */
@NullMarked
package org.facecheck.engine.index;

import org.jspecify.annotations.NullMarked;
