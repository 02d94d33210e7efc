package org.facecheck.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a deployer configures, validated: whoever holds one can rely on every value. Immutable and thread-safe.
 *
 * @param rules at least one
 * @param service how to reach the Face Match API
 * @param capture the capture page
 * @param sessions what sessions may cost
 * @param attempts how often somebody may try
 * @param acceptance the questions of the default acceptance policy
 * @param binding what binds a face to a session or a principal: {@value #FIRST_USE}, the name of a field, or {@code null} where
 *     the deployer says nothing
 * @param position before or behind the application's own filters
 * @param identityFields the document's fields that may be kept in the session, under the service's names
 */
public record FaceCheckConfig(
        List<Rule> rules,
        ServiceConfig service,
        CaptureConfig capture,
        SessionsConfig sessions,
        AttemptsConfig attempts,
        AcceptanceConfig acceptance,
        @Nullable String binding,
        Position position,
        Set<String> identityFields) {

    /** Whoever was verified first in a session stays the only one who can be. */
    public static final String FIRST_USE = "first-use";

    /** Where the rules' filters are. */
    public enum Position {
        /** Before all filters that {@code web.xml} declares. */
        FIRST,
        /** Behind them. */
        LAST
    }

    /** The document's field that has to be the principal's name, if there is one. */
    public Optional<String> principalField() {
        return Optional.ofNullable(binding).filter(value -> !value.equals(FIRST_USE));
    }

    public FaceCheckConfig {
        rules = List.copyOf(rules);
        identityFields = Set.copyOf(identityFields);
    }

    /** Reads and validates everything, and complains of everything at once. */
    public static FaceCheckConfig read(Settings settings) throws ConfigurationException {
        return new ConfigReader(settings).read();
    }
}
