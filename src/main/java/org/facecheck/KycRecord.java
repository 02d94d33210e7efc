package org.facecheck;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One KYC record that a face belongs to, as far as deciding needs it. Every component may be missing, since the service
 * promises none; what is missing is unknown, and unknown is not good enough by default.
 *
 * <p>Immutable and thread-safe. The text form shows no personal data.
 *
 * @param recordId the record's own id
 * @param faceId the id of the face on file, one of the match's face ids
 * @param status onboarding's outcome, {@code ACCEPTED} when good; an open set
 * @param deleteStatus {@code ACTIVE}, or {@code null}, unless the record is on its way out
 * @param verificationPassed whether onboarding's verification passed as a whole
 * @param livenessDecision onboarding's liveness decision: {@code accept}, {@code review} or {@code reject}
 * @param expiry the last day on which the document is valid
 * @param fields the document's fields under the service's names ({@code fullName}, {@code fullName_local}, {@code dob},
 *     {@code documentNumber}, …), numbers and dates as text
 */
public record KycRecord(
        @Nullable String recordId,
        @Nullable String faceId,
        @Nullable String status,
        @Nullable String deleteStatus,
        @Nullable Boolean verificationPassed,
        @Nullable String livenessDecision,
        @Nullable LocalDate expiry,
        Map<String, String> fields) {

    public KycRecord {
        fields = Map.copyOf(fields);
    }

    /** The document's field of this name, if the service sent one. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    @Override
    public String toString() {
        return "KycRecord[status=%s, deleteStatus=%s]".formatted(status, deleteStatus);
    }
}
