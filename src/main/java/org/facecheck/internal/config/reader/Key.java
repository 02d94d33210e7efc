package org.facecheck.internal.config.reader;

import java.util.Arrays;
import java.util.Optional;
import org.facecheck.internal.config.AttemptsConfig;
import org.jspecify.annotations.Nullable;

/**
 * Every configuration key with its default, except those of named rules ({@link RuleKey}). An empty default means that
 * the key may be left out; a required key has none.
 */
public enum Key {
    PROTECT("facecheck.protect", ""),
    EXEMPT("facecheck.exempt", ""),
    MAX_AGE("facecheck.max-age", "PT30M"),
    SERVICE_BASE_URL("facecheck.service.base-url", "https://sdk.faceki.com"),
    SERVICE_CLIENT_ID("facecheck.service.client-id", null),
    SERVICE_CLIENT_SECRET("facecheck.service.client-secret", null),
    SERVICE_DIALECT("facecheck.service.dialect", "v2"),
    SERVICE_TOKEN_REQUEST("facecheck.service.token-request", "query"),
    SERVICE_PROXY("facecheck.service.proxy", ""),
    SERVICE_CONNECT_TIMEOUT("facecheck.service.connect-timeout", "PT3S"),
    SERVICE_TIMEOUT("facecheck.service.timeout", "PT20S"),
    SERVICE_MAX_CONCURRENT("facecheck.service.max-concurrent", "200"),
    SERVICE_MAX_BLOCKING("facecheck.service.max-blocking", "8"),
    SERVICE_CIRCUIT_FAILURES("facecheck.service.circuit-failures", "5"),
    SERVICE_CIRCUIT_DELAY("facecheck.service.circuit-delay", "PT30S"),
    CAPTURE_PATH("facecheck.capture.path", "/facecheck"),
    CAPTURE_VIEW("facecheck.capture.view", ""),
    CAPTURE_MAX_BYTES("facecheck.capture.max-bytes", "8388608"),
    CAPTURE_MAX_BYTES_IN_FLIGHT("facecheck.capture.max-bytes-in-flight", "134217728"),
    CAPTURE_UPLOAD_TIMEOUT("facecheck.capture.upload-timeout", "PT1M"),
    CAPTURE_ALLOW_UPLOAD("facecheck.capture.allow-upload", "true"),
    CAPTURE_AUTO("facecheck.capture.auto", "true"),
    CAPTURE_DETECTOR("facecheck.capture.detector", ""),
    CAPTURE_STYLE("facecheck.capture.style-sheet", ""),
    CAPTURE_LANGUAGE("facecheck.capture.language", ""),
    CAPTURE_POLICY("facecheck.capture.content-security-policy", ""),
    REMEMBER_MAX_BYTES("facecheck.remember.max-bytes", "65536"),
    REMEMBER_MAX_BYTES_IN_ALL("facecheck.remember.max-bytes-in-all", "33554432"),
    SESSION_IDLE("facecheck.session.idle", "PT10M"),
    ATTEMPTS_MAX("facecheck.attempts.max", "5"),
    ATTEMPTS_MAX_PER_PRINCIPAL("facecheck.attempts.max-per-principal", "10"),
    ATTEMPTS_MAX_PER_ADDRESS("facecheck.attempts.max-per-address", "100"),
    ATTEMPTS_WINDOW("facecheck.attempts.window", "PT15M"),
    ATTEMPTS_SHARED(AttemptsConfig.CACHE_KEY, ""),
    ACCEPT_STATUS("facecheck.accept.status", "true"),
    ACCEPT_NOT_DELETED("facecheck.accept.not-deleted", "true"),
    ACCEPT_VERIFICATION("facecheck.accept.verification", "true"),
    ACCEPT_NOT_EXPIRED("facecheck.accept.not-expired", "true"),
    ACCEPT_LIVENESS("facecheck.accept.liveness", "true"),
    BINDING("facecheck.binding", ""),
    BINDING_ATTRIBUTE("facecheck.binding.attribute", ""),
    POSITION("facecheck.position", "first"),
    GUARD_PATTERNS("facecheck.guard.patterns", "/*"),
    IDENTITY_FIELDS(
            "facecheck.identity.fields",
            "fullName,fullName_local,firstName,lastName,dob,nationality_iso3,documentType");

    /** What every key of ours begins with. */
    public static final String PREFIX = "facecheck.";

    private final String text;
    private final Optional<String> fallback;

    Key(String text, @Nullable String fallback) {
        this.text = text;
        this.fallback = Optional.ofNullable(fallback);
    }

    /** The key as a deployer writes it. */
    public String text() {
        return text;
    }

    /** The value where the deployer says nothing; none for a required key. */
    public Optional<String> fallback() {
        return fallback;
    }

    static boolean isKnown(String name) {
        return Arrays.stream(values()).anyMatch(key -> key.text.equals(name))
                || RuleKey.parse(name).isPresent();
    }
}
