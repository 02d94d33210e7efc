package org.facecheck.engine.service.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.facecheck.engine.face.FaceTemplate;

/**
 * People with one template each, of 128 random numbers with the length 1: all directions are equally likely. Real faces lie closer together,
 * and are easier to walk through; these are the hard case for an index. Not thread-safe.
 */
final class RandomPeople {
    private static final int LENGTH = 128;

    private final Random random;

    /** The same people for the same seed. */
    RandomPeople(long seed) {
        this.random = new Random(seed);
    }

    FaceTemplate stranger() {
        return template(new float[LENGTH], 1);
    }

    /** A template at this distance of another one, in a random direction. */
    FaceTemplate near(FaceTemplate other, double distance) {
        return template(other.values(), distance);
    }

    private FaceTemplate template(float[] from, double distance) {
        double[] step =
                random.doubles(LENGTH).map(ignored -> random.nextGaussian()).toArray();
        double length = 0;
        for (double part : step) {
            length += part * part;
        }
        double factor = distance / Math.sqrt(length);
        for (int i = 0; i < LENGTH; i++) {
            from[i] += (float) (step[i] * factor);
        }
        return new FaceTemplate(from);
    }

    /** So many people at once, by keys from "p0" on. */
    Map<String, List<FaceTemplate>> people(int first, int count) {
        Map<String, List<FaceTemplate>> people = new LinkedHashMap<>();
        for (int i = first; i < first + count; i++) {
            people.put("p" + i, List.of(stranger()));
        }
        return people;
    }
}
