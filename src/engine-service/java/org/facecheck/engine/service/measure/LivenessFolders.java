package org.facecheck.engine.service.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.facecheck.engine.PassiveLivenessCheck;
import org.facecheck.engine.calibration.LivenessEvaluation;
import org.facecheck.engine.picture.UnreadablePictureException;
import org.facecheck.internal.image.SelfieReader;
import org.facecheck.internal.image.parser.UnusableImageException;

/**
 * Looks with a check of liveness at two folders of pictures: selfies, and what attackers would hold before the camera.
 *
 * @param check whose scores count
 */
public record LivenessFolders(PassiveLivenessCheck check) {

    /**
     * Measures. A picture that a check would not take says nothing of liveness, and is left out.
     *
     * @param people one picture of each person, JPEG or PNG
     * @param attacks photographs of prints and screens, likewise
     */
    public LivenessEvaluation compare(Path people, Path attacks) throws IOException {
        return new LivenessEvaluation(scores(people), scores(attacks));
    }

    private List<Double> scores(Path folder) throws IOException {
        List<Double> scores = new ArrayList<>();
        for (Path picture : pictures(folder)) {
            score(Files.readAllBytes(picture)).ifPresent(scores::add);
        }
        return scores;
    }

    private OptionalDouble score(byte[] picture) {
        try {
            return check.score(new SelfieReader().read(picture));
        } catch (UnusableImageException | UnreadablePictureException unusable) {
            return OptionalDouble.empty();
        }
    }

    private static List<Path> pictures(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
