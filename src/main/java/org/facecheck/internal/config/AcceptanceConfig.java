package org.facecheck.internal.config;

/**
 * Which questions the default acceptance policy asks of a KYC record. All are asked unless the deployer drops one: what is
 * unknown does not pass.
 *
 * @param status onboarding ended with {@code ACCEPTED}
 * @param notDeleted the record is active
 * @param verification onboarding's verification passed as a whole
 * @param notExpired the document is still valid today
 * @param liveness onboarding's liveness decision was {@code accept}
 */
public record AcceptanceConfig(
        @ConfigKey(value = "facecheck.accept.status", fallback = "true")
        boolean status,

        @ConfigKey(value = "facecheck.accept.not-deleted", fallback = "true")
        boolean notDeleted,

        @ConfigKey(value = "facecheck.accept.verification", fallback = "true")
        boolean verification,

        @ConfigKey(value = "facecheck.accept.not-expired", fallback = "true")
        boolean notExpired,

        @ConfigKey(value = "facecheck.accept.liveness", fallback = "true")
        boolean liveness) {}
