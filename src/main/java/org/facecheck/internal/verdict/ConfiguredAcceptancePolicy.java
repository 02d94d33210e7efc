package org.facecheck.internal.verdict;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.facecheck.AcceptancePolicy;
import org.facecheck.KycRecord;
import org.facecheck.internal.config.AcceptanceConfig;
import org.jspecify.annotations.Nullable;

/**
 * The default acceptance policy: asks each configured question, and takes nothing but the one good answer, since the service's
 * sets of values are open. Immutable and thread-safe.
 */
public final class ConfiguredAcceptancePolicy implements AcceptancePolicy {
    private final AcceptanceConfig ask;
    private final Clock clock;

    /**
     * Creates a policy.
     *
     * @param ask which questions the deployer wants asked
     * @param clock a document is valid through the last day that its expiry names, in this clock's time zone
     */
    public ConfiguredAcceptancePolicy(AcceptanceConfig ask, Clock clock) {
        this.ask = ask;
        this.clock = clock;
    }

    @Override
    public Optional<String> objection(KycRecord record) {
        if (ask.status() && !"ACCEPTED".equals(record.status())) {
            return Optional.of("status");
        }
        if (ask.notDeleted() && isDeleted(record.deleteStatus())) {
            return Optional.of("deleted");
        }
        if (ask.verification() && !Boolean.TRUE.equals(record.verificationPassed())) {
            return Optional.of("verification");
        }
        if (ask.notExpired() && !isValid(record.expiry())) {
            return Optional.of("document expired");
        }
        if (ask.liveness() && !"accept".equals(record.livenessDecision())) {
            return Optional.of("liveness");
        }
        return Optional.empty();
    }

    /** The one value that may be missing: the service sends it only for records that have been up for deletion. */
    private static boolean isDeleted(@Nullable String deleteStatus) {
        return deleteStatus != null && !deleteStatus.equals("ACTIVE");
    }

    /** Asked of the date, since the service's own answer (not expired) is as of the day of onboarding. */
    private boolean isValid(@Nullable LocalDate expiry) {
        return expiry != null && !expiry.isBefore(LocalDate.now(clock));
    }
}
