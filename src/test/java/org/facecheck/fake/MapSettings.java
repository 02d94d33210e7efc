package org.facecheck.fake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.facecheck.internal.config.source.Settings;

/** Settings out of a map, complete but for what a test changes. */
public record MapSettings(Map<String, String> values) implements Settings {

    /** With what has no default: a rule and the credentials. */
    public static MapSettings complete() {
        return new MapSettings(Map.of(
                "facecheck.protect", "/payroll/*, *.jsp",
                "facecheck.service.client-id", "id",
                "facecheck.service.client-secret", "s3cret"));
    }

    /** The same with one value more, or another one. */
    public MapSettings with(String key, String value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put(key, value);
        return new MapSettings(changed);
    }

    /** The same without one value. */
    public MapSettings without(String key) {
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

    @Override
    public List<String> problems() {
        return List.of();
    }

    @Override
    public Set<String> foreign() {
        return Set.of();
    }
}
