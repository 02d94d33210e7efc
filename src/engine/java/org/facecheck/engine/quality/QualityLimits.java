package org.facecheck.engine.quality;

import java.util.Optional;
import org.facecheck.FaceMatch.Hint;

/**
 * What a face must have to be compared. A worse one would still get a template, and its distance to the person's others would be
 * anything: at the defaults, what is wrong with a picture has moved its template by some 0.25, about half of a usual threshold.
 *
 * <p>Measured on 21 faces of six photographs, each made worse step by step: the median distance to its own template was 0.10
 * with 37 pixels between the eyes, 0.19 with 18 and 0.34 with 11; 0.25 with a Gaussian blur of two pixels and 0.36 with three;
 * 0.23 at a quarter of the light and 0.37 at a tenth.
 *
 * @param minEyeDistance pixels
 * @param minBorder heights of the face
 * @param minBrightness 0 to 255
 * @param minSharpness see {@link FaceMeasures}
 * @param maxOtherFace how high another face may be, in heights of the first; a higher one is a second person before the camera
 */
public record QualityLimits(
        double minEyeDistance, double minBorder, double minBrightness, double minSharpness, double maxOtherFace) {

    /** Of selfies, which can be taken anew. */
    public static QualityLimits forSelfies() {
        return new QualityLimits(30, 0.05, 30, 0.02, 0.5);
    }

    /** Of portraits, which are often cut tightly: the face may reach to the border, and nobody else may be on it. */
    public static QualityLimits forPortraits() {
        return new QualityLimits(30, 0, 30, 0.02, 0.2);
    }

    /**
     * What is wrong, empty if nothing is. The first of several: a face that is cut off needs no light first.
     *
     * <p>Skin differs in how much light it gives back. The limit of brightness is set low, at a face of which little can be seen
     * on any skin; even so, dark skin in poor light reaches it earlier.
     */
    public Optional<Hint> complaint(FaceMeasures face) {
        if (face.border() < 0) {
            return Optional.of(Hint.CROPPED);
        }
        if (face.border() < minBorder) {
            return Optional.of(Hint.AT_BORDER);
        }
        if (face.eyeDistance() < minEyeDistance) {
            return Optional.of(Hint.TOO_SMALL);
        }
        if (face.brightness() < minBrightness) {
            return Optional.of(Hint.TOO_DARK);
        }
        // Behind the light: the noise of a dark picture looks sharp.
        return face.sharpness() < minSharpness ? Optional.of(Hint.BLURRED) : Optional.empty();
    }
}
