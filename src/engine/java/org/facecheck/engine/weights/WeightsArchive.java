package org.facecheck.engine.weights;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;

/**
 * The archive of the npm package {@code @vladmandic/face-api} 1.7.15, as {@code npm pack} writes it, or rather what the engine
 * needs of it: three networks of 7 MB together. The package is under the MIT licence; the recogniser in it is dlib's, which its
 * author gave to the public domain (CC0). Facecheck hands out neither.
 *
 * <pre>{@code
 * WeightsArchive archive = WeightsArchive.open(Path.of("/etc/facecheck/vladmandic-face-api-1.7.15.tgz"));
 * }</pre>
 *
 * <p>Immutable and thread-safe. It holds the quantised bytes, which nobody needs once the networks are made of them.
 */
public final class WeightsArchive {
    private final Map<PinnedFile, byte[]> files;

    private WeightsArchive(Map<PinnedFile, byte[]> files) {
        this.files = files;
    }

    /**
     * Reads and verifies all that the engine needs of the archive.
     *
     * @param tgz the file that {@code npm pack} wrote
     * @return the archive, whose files all have the pinned SHA-256
     * @throws WeightsException if there is no such file, it can't be read, or holds something else
     */
    public static WeightsArchive open(Path tgz) throws WeightsException {
        return new WeightsArchive(PublishedPackage.FACE_API.read(tgz));
    }

    /** The weights of the face detector. */
    public ModelWeights detector() throws WeightsException {
        return weights(PinnedFile.DETECTOR_MANIFEST, PinnedFile.DETECTOR);
    }

    /** The weights of the network that finds 68 points of a face. */
    public ModelWeights landmarks() throws WeightsException {
        return weights(PinnedFile.LANDMARKS_MANIFEST, PinnedFile.LANDMARKS);
    }

    /** The weights of the network that makes 128 numbers of a face. */
    public ModelWeights recognition() throws WeightsException {
        return weights(PinnedFile.RECOGNITION_MANIFEST, PinnedFile.RECOGNITION);
    }

    /**
     * What templates of this recogniser are told from others by: templates of different networks can't be compared.
     *
     * @return the first 8 bytes of the recogniser's SHA-256, in hexadecimal digits
     */
    public String recognitionId() {
        byte[] whole = HexFormat.of().parseHex(PinnedFile.RECOGNITION.sha256());
        return HexFormat.of().formatHex(whole, 0, 8);
    }

    private ModelWeights weights(PinnedFile manifest, PinnedFile data) throws WeightsException {
        return PublishedPackage.FACE_API.weights(files, manifest, data);
    }
}
