package org.facecheck.internal.config.reader;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facecheck.internal.config.ConfigKey;
import org.facecheck.internal.config.source.Key;
import org.facecheck.internal.config.source.Settings;
import org.jspecify.annotations.Nullable;

/** Reads records whose components bear a {@link ConfigKey}. Used once, by one thread. */
final class RecordReader {
    private final Settings settings;
    private final Problems problems;

    /** Every value that was read and is right, by its key: values are compared with each other once all are read. */
    private final Map<String, Object> valid = new HashMap<>();

    RecordReader(Settings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /**
     * Reads a record and the records in it.
     *
     * @return empty if anything in it is wrong, which is among the problems then
     */
    <R extends Record> Optional<R> read(Class<R> type) {
        return read(type, "", null);
    }

    /** As {@link #read(Class)}, with a prefix before each key. */
    <R extends Record> Optional<R> readBelow(String prefix, Class<R> type) {
        return read(type, prefix, null);
    }

    /** As {@link #read(Class)}, with the value of the one component that is neither a key nor a record. */
    <R extends Record> Optional<R> readAround(Object given, Class<R> type) {
        return read(type, "", given);
    }

    private <R extends Record> Optional<R> read(Class<R> type, String prefix, @Nullable Object given) {
        int before = problems.count();
        // Every component is read, even after a problem, so that all problems are found.
        Object[] values = Arrays.stream(type.getRecordComponents())
                .map(component -> value(component, prefix, given))
                .toArray();
        return problems.count() == before ? Optional.of(build(type, values)) : Optional.empty();
    }

    /** The number that was read from this key, unless it was wrong. */
    Optional<Integer> number(String key) {
        return Optional.ofNullable((Integer) valid.get(key));
    }

    /** A component's value, {@code null} where it is absent, or wrong and among the problems. */
    private @Nullable Object value(RecordComponent component, String prefix, @Nullable Object given) {
        Class<?> type = component.getType();
        if (type.isRecord()) {
            return nested(type.asSubclass(Record.class), prefix);
        }
        ConfigKey declared = component.getAnnotation(ConfigKey.class);
        if (declared == null) {
            // The rules, which have no key of their own.
            return given;
        }
        Key key = Key.of(prefix, declared);
        Optional<String> text = settings.value(key.text()).or(key::fallback);
        if (text.isEmpty() && key.isRequired()) {
            problems.add(key.missing(""));
        }
        return text.isPresent() ? parse(key.text(), text.get(), ValueParser.of(component, declared)) : absent(type);
    }

    /** A record with a required key and without defaults, such as an id with its secret, may be absent as a whole. */
    private @Nullable Record nested(Class<? extends Record> type, String prefix) {
        List<Key> keys = Key.of(type);
        boolean isAbsent = keys.stream().anyMatch(Key::isRequired)
                && keys.stream()
                        .allMatch(key -> key.fallback().isEmpty()
                                && settings.value(prefix + key.text()).isEmpty());
        return isAbsent ? null : readBelow(prefix, type).orElse(null);
    }

    /** A list that is not set is empty; anything else that may be left out is {@code null}. */
    private static @Nullable Object absent(Class<?> type) {
        return type == List.class ? List.of() : type == Set.class ? Set.of() : null;
    }

    private @Nullable Object parse(String key, String text, ValueParser<?> parser) {
        try {
            Object value = parser.parse(text);
            valid.put(key, value);
            return value;
        } catch (RuntimeException wrong) {
            // Its message is not passed on: it may quote the text, and the text a password.
            problems.add("%s is \"%s\"; write %s.".formatted(key, parser.masked(text), parser.words()));
            return null;
        }
    }

    /** By the canonical constructor (Java Language Specification 17, §8.10.4), which every record has. */
    private static <R extends Record> R build(Class<R> type, Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type + " cannot be built of what its keys declare", impossible);
        }
    }
}
