package org.facecheck.engine.weights;

import java.util.Arrays;

/**
 * One array of a network, row by row: the last index runs fastest.
 *
 * @param shape its dimensions; for filters height, width, channels in, channels out
 * @param values as many as the shape has places
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares weights
record Parameter(int[] shape, float[] values) {

    boolean hasShape(int... wanted) {
        return Arrays.equals(shape, wanted);
    }
}
