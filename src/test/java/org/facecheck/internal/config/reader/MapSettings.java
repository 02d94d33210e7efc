package org.facecheck.internal.config.reader;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Settings out of a map, complete but for what a test changes. */
record MapSettings(Map<String, String> values) implements Settings {

    static MapSettings complete() {
        return new MapSettings(Map.of(
                "facecheck.protect", "/payroll/*, *.jsp",
                "facecheck.service.client-id", "id",
                "facecheck.service.client-secret", "s3cret"));
    }

    MapSettings with(String key, String value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put(key, value);
        return new MapSettings(changed);
    }

    MapSettings without(String key) {
        Map<String, String> changed = new HashMap<>(values);
        changed.remove(key);
        return new MapSettings(changed);
    }

    @Override
    public Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
    }

    @Override
    public Set<String> names() {
        return new TreeSet<>(values.keySet());
    }
}
