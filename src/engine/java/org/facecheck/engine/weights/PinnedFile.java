package org.facecheck.engine.weights;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The files of the packages that the engine reads, with the only content that it takes. The figures of the documents were
 * measured with these; the manifests are pinned, too, since other scales make other numbers of the same bytes.
 */
enum PinnedFile {
    DETECTOR_MANIFEST(
            PublishedPackage.FACE_API,
            "tiny_face_detector_model-weights_manifest.json",
            "5d1af4849ac48d5b985f4a9b16010c512353ddd6fcc63d50fd0bc9e9e64296e5"),
    DETECTOR(
            PublishedPackage.FACE_API,
            "tiny_face_detector_model.bin",
            "b7503ce7df31039b1c43316a9b865cab6a70dd748cc602d3fa28b551503c3871"),
    LANDMARKS_MANIFEST(
            PublishedPackage.FACE_API,
            "face_landmark_68_model-weights_manifest.json",
            "ca4886639f86e99b39fed0c155f81b63317225773bd9616716e887b0153389c9"),
    LANDMARKS(
            PublishedPackage.FACE_API,
            "face_landmark_68_model.bin",
            "4611ef65c87d836d03d684b30eec4d195d8b219fa1dd58fc58945831c6b9299b"),
    RECOGNITION_MANIFEST(
            PublishedPackage.FACE_API,
            "face_recognition_model-weights_manifest.json",
            "cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b"),
    RECOGNITION(
            PublishedPackage.FACE_API,
            "face_recognition_model.bin",
            "b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589"),
    LIVENESS_MANIFEST(
            PublishedPackage.HUMAN,
            "liveness.json",
            "9e51c8acf83b80abbf329b2735309ab5c90611c66905ade8b1bd130d473df9c8"),
    LIVENESS(
            PublishedPackage.HUMAN, "liveness.bin", "fc6a6b6b3b9721bdb8bff67a457a15b7cbfd81715cfb27f3e65b757e81dd663e");

    private final PublishedPackage from;
    private final String fileName;
    private final String sha256;

    PinnedFile(PublishedPackage from, String fileName, String sha256) {
        this.from = from;
        this.fileName = fileName;
        this.sha256 = sha256;
    }

    /** All that the engine reads of a package. */
    static List<PinnedFile> of(PublishedPackage from) {
        return Arrays.stream(values()).filter(file -> file.from == from).toList();
    }

    /** Which of them stands in a package's archive under this name, empty for all that the engine does not read. */
    static Optional<PinnedFile> named(PublishedPackage from, String entry) {
        return of(from).stream()
                .filter(file -> entry.equals(from.folder() + file.fileName))
                .findFirst();
    }

    String fileName() {
        return fileName;
    }

    /** The hexadecimal digest that its content must have. */
    String sha256() {
        return sha256;
    }

    /**
     * Lets the right content pass.
     *
     * @throws WeightsException for any other
     */
    byte[] verified(byte[] content) throws WeightsException {
        String found = digest(content);
        if (!found.equals(sha256)) {
            throw new WeightsException(
                    "the weights have another " + fileName + ": its SHA-256 is " + found + " and not " + sha256, from);
        }
        return content;
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) { // each Java platform has it (java.security.MessageDigest)
            throw new IllegalStateException(impossible);
        }
    }
}
