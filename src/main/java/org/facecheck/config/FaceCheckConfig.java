package org.facecheck.config;

import java.util.List;
import java.util.Set;

/**
 * All that a deployer configures, validated: whoever holds one can rely on every value. Immutable and thread-safe.
 *
 * @param rules at least one
 * @param service how to reach the Face Match API
 * @param capture the capture page
 * @param attempts how often somebody may try
 * @param acceptance the questions of the default acceptance policy
 * @param identityFields the document's fields that may be kept in the session, under the service's names
 */
public record FaceCheckConfig(
        List<Rule> rules,
        ServiceConfig service,
        CaptureConfig capture,
        AttemptsConfig attempts,
        AcceptanceConfig acceptance,
        Set<String> identityFields) {

    public FaceCheckConfig {
        rules = List.copyOf(rules);
        identityFields = Set.copyOf(identityFields);
    }

    /** Reads and validates everything, and complains of everything at once. */
    public static FaceCheckConfig read(Settings settings) throws ConfigurationException {
        return new ConfigReader(settings).read();
    }
}
