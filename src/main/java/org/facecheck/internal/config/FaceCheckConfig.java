package org.facecheck.internal.config;

import java.util.List;
import java.util.Set;
import org.facecheck.internal.config.ConfigKey.TextForm;

/**
 * All that a deployer configures, validated: {@code config.reader} makes one only if every value is right, so that no other
 * room has to check again. Immutable and thread-safe.
 *
 * @param rules at least one
 * @param service how to reach the Face Match API
 * @param capture the capture page
 * @param sessions what sessions may cost
 * @param attempts how many attempts are allowed
 * @param acceptance the questions of the default acceptance policy
 * @param binding what binds a face to a session or a principal
 * @param position before or behind the application's own filters
 * @param guardPatterns where suspicious targets are refused, besides wherever a rule reaches: {@link #EVERYWHERE} unless the
 *     deployer narrows it
 * @param identityFields the document's fields that may be kept in the session, under the service's names
 * @param auditFields the personal fields that audit lines may have; none unless the deployer names them
 */
public record FaceCheckConfig(
        List<Rule> rules,
        ServiceConfig service,
        CaptureConfig capture,
        SessionConfig sessions,
        AttemptsConfig attempts,
        AcceptanceConfig acceptance,
        BindingConfig binding,

        @ConfigKey(value = "facecheck.position", fallback = "first")
        Position position,

        @ConfigKey(value = "facecheck.guard.patterns", fallback = EVERYWHERE, form = TextForm.PATTERNS)
        List<String> guardPatterns,

        @ConfigKey(
                value = "facecheck.identity.fields",
                fallback = "fullName,fullName_local,firstName,lastName,dob,nationality_iso3,documentType",
                form = TextForm.FIELD_NAMES)
        Set<String> identityFields,

        @ConfigKey(value = "facecheck.audit.log-fields", form = TextForm.AUDIT_FIELDS)
        Set<String> auditFields) {

    /** The URL pattern of the whole application. */
    public static final String EVERYWHERE = "/*";

    /** Where the rules' filters are. */
    public enum Position {
        /** Before all filters that {@code web.xml} declares. */
        FIRST,
        /** Behind them. */
        LAST
    }

    public FaceCheckConfig {
        rules = List.copyOf(rules);
        guardPatterns = List.copyOf(guardPatterns);
        identityFields = Set.copyOf(identityFields);
        auditFields = Set.copyOf(auditFields);
    }

    /** Whether the guard against suspicious targets stands before a part of the application only. */
    public boolean narrowsGuard() {
        return !guardPatterns.contains(EVERYWHERE);
    }
}
