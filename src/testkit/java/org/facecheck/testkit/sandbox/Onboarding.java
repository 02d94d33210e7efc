package org.facecheck.testkit.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The outcome of a person's onboarding, which an answer puts on record.
 *
 * @param status {@code ACCEPTED} or something worse
 * @param deleteStatus {@code ACTIVE} or something worse
 * @param passed whether verification passed as a whole
 * @param liveness {@code accept}, {@code review} or {@code reject}
 * @param when it took place
 */
record Onboarding(
        String id,
        Document document,
        String status,
        String deleteStatus,
        boolean passed,
        String liveness,
        Instant when) {

    /** As it should be. */
    static Onboarding of(Person person) {
        return new Onboarding(person.id(), person.document(), "ACCEPTED", "ACTIVE", true, "accept", person.enrolled());
    }

    Onboarding withStatus(String other) {
        return new Onboarding(id, document, other, deleteStatus, passed, liveness, when);
    }

    Onboarding withDeleteStatus(String other) {
        return new Onboarding(id, document, status, other, passed, liveness, when);
    }

    Onboarding withLiveness(String other) {
        return new Onboarding(id, document, status, deleteStatus, passed, other, when);
    }

    Onboarding notPassed() {
        return new Onboarding(id, document, status, deleteStatus, false, liveness, when);
    }

    /** Long enough ago for the document to have been valid then, but not for it to be valid now. */
    Onboarding longAgo() {
        LocalDate expired = LocalDate.ofInstant(when, ZoneOffset.UTC).minusMonths(2);
        Instant then = when.minus(500, ChronoUnit.DAYS);
        return new Onboarding(id, document.expiring(expired), status, deleteStatus, passed, liveness, then);
    }

    LocalDate day() {
        return LocalDate.ofInstant(when, ZoneOffset.UTC);
    }

    /** As onboarding saw it; it does not count on. */
    long daysToExpiry() {
        return ChronoUnit.DAYS.between(day(), document.expiry());
    }

    /** As onboarding saw it; it does not count on. */
    int age() {
        return Period.between(document.dateOfBirth(), day()).getYears();
    }

    UUID faceId() {
        return uuid("face");
    }

    /** One of the person's many ids, always the same for the same purpose. */
    UUID uuid(String purpose) {
        return UUID.nameUUIDFromBytes((id + ' ' + purpose).getBytes(StandardCharsets.UTF_8));
    }

    /** Likewise in 32 hexadecimal digits. */
    String hex(String purpose) {
        return uuid(purpose).toString().replace("-", "");
    }

    @Override
    public String toString() {
        return "Onboarding[%s, %s]".formatted(status, deleteStatus);
    }
}
