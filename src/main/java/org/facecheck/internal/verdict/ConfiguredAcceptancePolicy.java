package org.facecheck.internal.verdict;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.facecheck.AcceptancePolicy;
import org.facecheck.KycRecord;
import org.facecheck.internal.config.AcceptanceConfig;
import org.jspecify.annotations.Nullable;

/**
 * The default acceptance policy: asks each configured question, and takes nothing but the one good answer. Immutable and
 * thread-safe.
 */
public final class ConfiguredAcceptancePolicy implements AcceptancePolicy {
    private final AcceptanceConfig ask;
    private final Clock clock;

    /** A document is valid through the last day that its expiry names, in the clock's time zone. */
    public ConfiguredAcceptancePolicy(AcceptanceConfig ask, Clock clock) {
        this.ask = ask;
        this.clock = clock;
    }

    @Override
    public Optional<String> objection(KycRecord record) {
        String deletion = record.deleteStatus();
        if (ask.status() && !"ACCEPTED".equals(record.status())) {
            return Optional.of("status");
        }
        if (ask.notDeleted() && deletion != null && !deletion.equals("ACTIVE")) {
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

    private boolean isValid(@Nullable LocalDate expiry) {
        return expiry != null && !expiry.isBefore(LocalDate.now(clock));
    }
}
