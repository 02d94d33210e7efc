package org.facecheck.engine.gallery;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.facecheck.KycRecord;
import org.facecheck.engine.face.FaceTemplate;

/** Made-up templates at known distances. */
final class Templates {
    private Templates() {}

    /** All numbers are zero but the first. */
    static FaceTemplate at(double first) {
        float[] values = new float[128];
        values[0] = (float) first;
        return new FaceTemplate(values);
    }

    static FaceTemplate random(Random random) {
        float[] values = new float[128];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return new FaceTemplate(values);
    }

    static KycRecord record(String id) {
        return new KycRecord(id, null, "ACCEPTED", null, true, "accept", null, Map.of("fullName", id));
    }

    static EnrolledPerson person(String key, FaceTemplate... templates) {
        return new EnrolledPerson(key, record(key), List.of(templates));
    }
}
