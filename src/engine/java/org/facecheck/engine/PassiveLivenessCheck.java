package org.facecheck.engine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.facecheck.Selfie;
import org.facecheck.engine.model.LivenessNetwork;
import org.facecheck.engine.picture.UnreadablePictureException;
import org.facecheck.engine.weights.LivenessWeights;
import org.facecheck.engine.weights.WeightsException;

/**
 * A passive check of liveness: a small published network looks at the face of the one selfie, and at nothing that the person does. Certified
 * by nobody; what it catches and whom it refuses wrongly has to be measured where it is used, with {@code measure-liveness} ({@code
 * engine.md}). Off unless it is given to a matcher.
 *
 * <pre>{@code
 * FaceEngine engine = FaceEngine.open(weights);
 * LivenessCheck liveness = PassiveLivenessCheck.open(
 *         Path.of("/etc/facecheck/vladmandic-human-3.3.6.tgz"), engine, PassiveLivenessCheck.USUAL_THRESHOLD);
 * FaceMatcher matcher = new EngineFaceMatcher(engine, gallery, QualityLimits.forSelfies(), EngineEvent::log, liveness);
 * }</pre>
 *
 * <p>Immutable and thread-safe. It computes in the calling thread, for about as long as finding the face takes. No argument may be
 * {@code null}.
 */
public final class PassiveLivenessCheck implements LivenessCheck {
    /** Where it refused 4 of 19 photographs of people, and let 15 of 35 simulated copies of them through ({@code engine.md}). */
    public static final double USUAL_THRESHOLD = 0.9;

    /** In heights of the face, as the package does it; of 1.2, 1.4, 1.6, 2 and 2.2, it told photographs and copies apart best. */
    private static final double BOXES = 1.6;

    private final FaceEngine engine;
    private final LivenessNetwork network;
    private final double threshold;

    private PassiveLivenessCheck(FaceEngine engine, LivenessNetwork network, double threshold) {
        this.engine = engine;
        this.network = network;
        this.threshold = threshold;
    }

    /**
     * Reads the weights, verifies them, and makes the network.
     *
     * @param weights the file that {@code npm pack @vladmandic/human@3.3.6} wrote
     * @param engine finds the face, and says by what to compute
     * @param threshold the least score that passes, 0 (everybody) to 1 (nobody)
     * @return a check
     * @throws WeightsException if they are missing or others; the message says what to do
     * @throws IllegalArgumentException if the threshold is not between 0 and 1
     */
    public static PassiveLivenessCheck open(Path weights, FaceEngine engine, double threshold) throws WeightsException {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("a threshold of liveness is between 0 and 1");
        }
        LivenessNetwork network = new LivenessNetwork(LivenessWeights.read(weights), engine.computation());
        return new PassiveLivenessCheck(engine, network, threshold);
    }

    @Override
    public Liveness check(Selfie selfie) {
        try {
            OptionalDouble score = score(selfie);
            return score.isPresent()
                    ? new Liveness(score.getAsDouble() >= threshold, score.getAsDouble(), "passive")
                    : new Liveness(false, 0, "no face");
        } catch (UnreadablePictureException unreadable) {
            return new Liveness(false, 0, "unreadable");
        }
    }

    /**
     * How much the face looks like a person's before the camera.
     *
     * @param selfie with a face
     * @return 0 to 1; empty without a face
     * @throws UnreadablePictureException if it can't be decoded
     */
    public OptionalDouble score(Selfie selfie) throws UnreadablePictureException {
        Optional<float[]> square = engine.square(selfie, BOXES, LivenessNetwork.SIDE);
        return square.isPresent() ? OptionalDouble.of(network.score(square.get())) : OptionalDouble.empty();
    }
}
