package org.facecheck.engine;

import org.facecheck.Selfie;

/**
 * Says whether a selfie shows a person before the camera, and not a picture of one: a presentation attack check (ISO/IEC 30107-1). The
 * engine has none. A jar that brings one names it in {@code META-INF/services/org.facecheck.engine.LivenessCheck}; the service then asks
 * it, and a matcher of an application's gets it by its constructor.
 *
 * <pre>{@code
 * public final class OwnCheck implements LivenessCheck {
 *     @Override
 *     public Liveness check(Selfie selfie) {
 *         double score = model.score(selfie.bytes());
 *         return new Liveness(score >= 0.8, score, "texture");
 *     }
 * }
 * }</pre>
 *
 * <p>Asked only about a selfie whose face has matched. Called from several threads at once, for as long as it computes. One that throws
 * ends the check as trouble; nobody passes by it.
 */
@FunctionalInterface
public interface LivenessCheck {

    /**
     * Looks at a picture.
     *
     * @param selfie not to be kept
     */
    Liveness check(Selfie selfie);

    /**
     * What came of it.
     *
     * @param isLive whether the person may pass
     * @param score how sure the check is, 0 to 1, for the operator
     * @param reason in fixed words, for the operator; nothing of the person
     */
    record Liveness(boolean isLive, double score, String reason) {}
}
