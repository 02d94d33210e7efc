package org.facecheck.engine.face;

import org.facecheck.engine.picture.FacePicture;

/**
 * A face cut out so that eyes and nose lie where they lie on all others: 150 × 150 pixels. It is a picture of a person: kept for
 * as long as its template is made, and not in any file or log. A store keeps a {@link #picture} of it, if the operator asks for that.
 *
 * @param rgb red, green and blue of each pixel, 0 to 255, row by row
 * @param scale how many pixels of the picture one pixel of this is long; below 1, the face was enlarged
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares cut-outs
public record AlignedFace(float[] rgb, double scale) {

    /** The cut-out as a file, for the eyes of an operator. */
    public FacePicture picture() {
        return FacePicture.square(rgb);
    }

    @Override
    public String toString() {
        return "AlignedFace[scale=%.2f]".formatted(scale);
    }
}
