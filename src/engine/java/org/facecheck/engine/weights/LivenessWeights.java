package org.facecheck.engine.weights;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a check of liveness needs of the npm package {@code @vladmandic/human} 3.3.6 (MIT licence): one network, made by
 * {@code github.com/leokwu/livenessnet}. What it was trained on is not told there.
 */
public final class LivenessWeights {

    private LivenessWeights() {}

    /**
     * Reads and verifies it.
     *
     * @param tgz the file that {@code npm pack @vladmandic/human@3.3.6} wrote
     * @throws WeightsException if there is no such file, it can't be read, or holds something else; the message says what to do
     */
    public static ModelWeights read(Path tgz) throws WeightsException {
        Map<PinnedFile, byte[]> files = PublishedPackage.HUMAN.read(tgz);
        return PublishedPackage.HUMAN.weights(files, PinnedFile.LIVENESS_MANIFEST, PinnedFile.LIVENESS);
    }
}
