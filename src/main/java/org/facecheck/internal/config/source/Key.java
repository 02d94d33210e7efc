package org.facecheck.internal.config.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.facecheck.internal.config.ConfigKey;
import org.facecheck.internal.config.FaceCheckConfig;
import org.jspecify.annotations.Nullable;

/**
 * A key with its default, as a record's component declares it by {@link ConfigKey}.
 *
 * @param text the key as a deployer writes it
 * @param written the default as a deployer would write it, {@code null} if there is none
 * @param remedy of a key that must be set, what to write; {@code null} for a key that may be left out
 */
public record Key(
        String text, @Nullable String written, @Nullable String remedy) {

    /** What every key of Facecheck begins with. */
    public static final String PREFIX = "facecheck.";

    private static final List<Key> ALL = Stream.concat(of(ShortForm.class).stream(), of(FaceCheckConfig.class).stream())
            .toList();

    /** Every key but those of named rules, which are {@link RuleKey}s. */
    public static List<Key> all() {
        return ALL;
    }

    /** The value where the deployer says nothing, if there is one. */
    public Optional<String> fallback() {
        return Optional.ofNullable(written);
    }

    /** Whether the key must be set. */
    public boolean isRequired() {
        return remedy != null;
    }

    /**
     * The problem of a required key that is not set.
     *
     * @param why what the remedy depends on or is good for; may be empty
     */
    public String missing(String why) {
        return text + " is missing; write " + remedy + why + ".";
    }

    /** The keys of a record and of the records in it. */
    public static List<Key> of(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> component.getType().isRecord()
                        ? of(component.getType()).stream()
                        : Stream.ofNullable(component.getAnnotation(ConfigKey.class))
                                .map(declared -> of("", declared)))
                .toList();
    }

    public static Key of(String prefix, ConfigKey declared) {
        // An annotation has no null; its empty string means that nothing is declared.
        return new Key(prefix + declared.value(), unlessEmpty(declared.fallback()), unlessEmpty(declared.remedy()));
    }

    private static @Nullable String unlessEmpty(String declared) {
        return declared.isEmpty() ? null : declared;
    }
}
