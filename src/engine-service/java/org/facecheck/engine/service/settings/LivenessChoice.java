package org.facecheck.engine.service.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.facecheck.engine.FaceEngine;
import org.facecheck.engine.LivenessCheck;
import org.facecheck.engine.PassiveLivenessCheck;

/**
 * Which check of liveness is asked: one that the settings name, one that a jar brings, or none.
 *
 * @param file the operator's settings
 */
public record LivenessChoice(SettingsFile file) {
    private static final String WEIGHTS = "liveness-weights";
    private static final String THRESHOLD = "liveness-threshold";

    /**
     * The one that is asked. Of two, nobody could say which it is.
     *
     * @throws IOException if there are two, or the settings are wrong
     */
    public Optional<LivenessCheck> check(FaceEngine engine) throws IOException {
        Optional<LivenessCheck> brought =
                ServiceLoader.load(LivenessCheck.class).findFirst();
        Optional<LivenessCheck> named = passive(engine).map(check -> check);
        if (brought.isPresent() && named.isPresent()) {
            throw file.wrong(
                    "two checks of liveness: " + brought.get().getClass().getName() + ", and the setting \"" + WEIGHTS
                            + "\"; take one of them away");
        }
        return named.or(() -> brought);
    }

    /**
     * The engine's own, empty where it is not asked for.
     *
     * @throws IOException if its weights or its threshold are wrong, or there is a threshold without weights: a slip would be silence
     */
    public Optional<PassiveLivenessCheck> passive(FaceEngine engine) throws IOException {
        if (file.value(WEIGHTS) == null) {
            if (file.value(THRESHOLD) != null) {
                throw file.wrong("the setting \"" + THRESHOLD + "\" needs \"" + WEIGHTS + "\"");
            }
            return Optional.empty();
        }
        Path weights = file.path(WEIGHTS);
        try {
            double threshold = file.number(THRESHOLD, PassiveLivenessCheck.USUAL_THRESHOLD);
            return Optional.of(PassiveLivenessCheck.open(weights, engine, threshold));
        } catch (IllegalArgumentException wrong) {
            throw file.wrong("the setting \"" + THRESHOLD + "\" is no number from 0 to 1, such as 0.9");
        }
    }

    @Override
    public String toString() {
        return "LivenessChoice[" + file + "]";
    }
}
