package org.facecheck.engine.gallery;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.facecheck.KycRecord;
import org.facecheck.engine.face.FaceTemplate;

/** Made-up templates at known distances. */
public final class Templates {
    private Templates() {}

    /** All numbers are zero but the first. */
    public static FaceTemplate at(double first) {
        float[] values = new float[128];
        values[0] = (float) first;
        return new FaceTemplate(values);
    }

    /** Numbers from 0 to 1: some 4.6 apart. */
    public static FaceTemplate random(Random random) {
        float[] values = new float[128];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return new FaceTemplate(values);
    }

    /** A record that passes the usual acceptance but for its expiry. */
    public static KycRecord record(String id) {
        return new KycRecord(id, null, "ACCEPTED", null, true, "accept", null, Map.of("fullName", id));
    }

    /** A person. */
    public static EnrolledPerson person(String key, FaceTemplate... templates) {
        return new EnrolledPerson(key, record(key), List.of(templates));
    }
}
