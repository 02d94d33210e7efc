package org.facecheck.engine.face;

/**
 * A face cut out so that eyes and nose lie where they lie on all others: 150 × 150 pixels. It is a picture of a person: kept for
 * as long as its template is made, and not in any file or log.
 *
 * @param rgb red, green and blue of each pixel, 0 to 255, row by row
 * @param scale how many pixels of the picture one pixel of this is long; below 1, the face was enlarged
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares cut-outs
public record AlignedFace(float[] rgb, double scale) {

    @Override
    public String toString() {
        return "AlignedFace[scale=%.2f]".formatted(scale);
    }
}
