/**
 * Can this picture be used? {@link org.facecheck.engine.quality.FaceReader} reads the one face of a picture and has the {@link
 * org.facecheck.engine.quality.FaceMeasures} taken of it; {@link org.facecheck.engine.quality.QualityLimits} says what is good
 * enough. What comes of it is a {@link org.facecheck.engine.quality.FaceReading}: a face that can be compared, or one reason why
 * not, which is what the person can do better.
 *
 * <p>All is measured on the face's own pixels, by {@code AlignedMeasures}: a dark face before a bright window is dark.
 */
@NullMarked
package org.facecheck.engine.quality;

import org.jspecify.annotations.NullMarked;
