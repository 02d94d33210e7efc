package org.facecheck.engine.quality;

import org.facecheck.FaceMatch.Hint;
import org.facecheck.engine.face.AlignedFace;
import org.jspecify.annotations.Nullable;

/** What came of looking for the one face of a picture. */
public sealed interface FaceReading {

    /**
     * One face, good enough to be compared.
     *
     * @param face cut out and aligned
     * @param measures what was measured of it
     */
    record Usable(AlignedFace face, FaceMeasures measures) implements FaceReading {}

    /**
     * No face, several, or one that is not good enough.
     *
     * @param hint what is wrong
     * @param measures what was measured, {@code null} where there was no one face to be measured
     */
    record Unusable(Hint hint, @Nullable FaceMeasures measures) implements FaceReading {}
}
