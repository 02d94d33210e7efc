package org.facecheck.engine.service.dialect;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;

/** Texts that may be missing: a member that is left out is unknown to whoever reads the answer, and never good enough. */
final class Texts {
    private Texts() {}

    static void addTo(JsonObjectBuilder object, String name, @Nullable String value) {
        if (value != null) {
            object.add(name, value);
        }
    }

    static void addTo(JsonArrayBuilder array, @Nullable String value) {
        if (value != null) {
            array.add(value);
        }
    }
}
