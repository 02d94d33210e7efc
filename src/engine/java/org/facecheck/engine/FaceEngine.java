package org.facecheck.engine;

import java.nio.file.Path;
import java.util.Optional;
import org.facecheck.Selfie;
import org.facecheck.engine.face.AlignedFace;
import org.facecheck.engine.face.FaceDetector;
import org.facecheck.engine.face.FaceEmbedder;
import org.facecheck.engine.face.FaceTemplate;
import org.facecheck.engine.face.LandmarkFinder;
import org.facecheck.engine.model.DetectorNetwork;
import org.facecheck.engine.model.EmbeddingNetwork;
import org.facecheck.engine.model.LandmarkNetwork;
import org.facecheck.engine.network.Computation;
import org.facecheck.engine.picture.PictureReader;
import org.facecheck.engine.picture.UnreadablePictureException;
import org.facecheck.engine.quality.FaceReader;
import org.facecheck.engine.quality.FaceReading;
import org.facecheck.engine.quality.QualityLimits;
import org.facecheck.engine.weights.WeightsArchive;
import org.facecheck.engine.weights.WeightsException;

/**
 * The three networks, ready to read faces. One is enough for an application: it takes some 30 MB, and half a second to open.
 * Immutable and thread-safe; all methods compute in the calling thread, for some 150 to 400 ms a picture. It holds no file and no thread,
 * so there is nothing to close: it lives as long as something refers to it. No argument may be {@code null}.
 *
 * <pre>{@code
 * FaceEngine engine = FaceEngine.open(Path.of("/opt/facecheck/vladmandic-face-api-1.7.15.tgz"));
 * FaceReading reading = engine.read(Files.readAllBytes(portrait), QualityLimits.forPortraits());
 * }</pre>
 */
public final class FaceEngine {
    private final PictureReader pictures = new PictureReader();
    private final FaceReader faces;
    private final FaceEmbedder embedder;
    private final String modelId;
    private final Computation computation;

    private FaceEngine(WeightsArchive weights, Computation computation) throws WeightsException {
        this.faces = new FaceReader(
                new FaceDetector(new DetectorNetwork(weights.detector(), computation)),
                new LandmarkFinder(new LandmarkNetwork(weights.landmarks(), computation)));
        this.embedder = new FaceEmbedder(new EmbeddingNetwork(weights.recognition(), computation));
        this.modelId = weights.recognitionId();
        this.computation = computation;
    }

    /**
     * Reads the weights, verifies them, and makes the networks.
     *
     * @param weights the file that {@code npm pack @vladmandic/face-api@1.7.15} wrote
     * @return an engine
     * @throws WeightsException if they are missing or others; the message says what to do
     */
    public static FaceEngine open(Path weights) throws WeightsException {
        return open(weights, Acceleration.IF_PRESENT);
    }

    /**
     * Reads the weights, verifies them, and makes the networks, which ONNX Runtime computes or does not.
     *
     * @param weights as above
     * @param acceleration whether it does
     * @return an engine
     * @throws WeightsException as above
     * @throws IllegalStateException if ONNX Runtime is required and can't be used; the message says why
     */
    public static FaceEngine open(Path weights, Acceleration acceleration) throws WeightsException {
        return new FaceEngine(WeightsArchive.open(weights), acceleration.computation());
    }

    /** Whether ONNX Runtime computes the networks. */
    public boolean isAccelerated() {
        return computation == Computation.ONNX_RUNTIME;
    }

    /**
     * Which network the templates are made by. Templates of different networks can't be compared: keep it with each template
     * that you store.
     *
     * @return 16 hexadecimal digits of the weights' SHA-256
     */
    public String modelId() {
        return modelId;
    }

    /**
     * Reads the face of a selfie, whose structure the library has checked.
     *
     * @param limits what is good enough
     * @throws UnreadablePictureException if it can't be decoded
     */
    public FaceReading read(Selfie selfie, QualityLimits limits) throws UnreadablePictureException {
        return faces.read(pictures.read(selfie), limits);
    }

    /**
     * Reads the face of a portrait, as a file holds it.
     *
     * @param portrait JPEG or PNG, at least 200 pixels a side
     * @param limits what is good enough
     * @throws UnreadablePictureException if it is no such picture
     */
    public FaceReading read(byte[] portrait, QualityLimits limits) throws UnreadablePictureException {
        return faces.read(pictures.read(portrait), limits);
    }

    /**
     * A square around the largest face of a selfie, as {@link FaceReader#square} cuts it.
     *
     * @throws UnreadablePictureException if it can't be decoded
     */
    Optional<float[]> square(Selfie selfie, double boxes, int side) throws UnreadablePictureException {
        return faces.square(pictures.read(selfie), boxes, side);
    }

    /** By what other networks should be computed that work beside these. */
    Computation computation() {
        return computation;
    }

    /** The template of a face. */
    public FaceTemplate template(AlignedFace face) {
        return embedder.embed(face);
    }
}
