package org.facecheck.internal.config;

/**
 * Which questions the default acceptance policy asks of a KYC record.
 *
 * @param status onboarding ended with {@code ACCEPTED}
 * @param notDeleted the record is active
 * @param verification onboarding's verification passed as a whole
 * @param notExpired the document is still valid today
 * @param liveness onboarding's liveness decision was {@code accept}
 */
public record AcceptanceConfig(
        boolean status, boolean notDeleted, boolean verification, boolean notExpired, boolean liveness) {}
