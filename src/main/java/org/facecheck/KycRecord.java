package org.facecheck;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One KYC record that a face belongs to, as far as deciding needs it: the outcome of one onboarding, with one document. Every
 * component may be missing, since the service promises none; what is missing is unknown, and unknown is not good enough by
 * default.
 *
 * <pre>{@code
 * new KycRecord("rec-1", "face-1", "ACCEPTED", null, true, "accept", LocalDate.of(2031, 6, 30),
 *         Map.of("fullName", "ANNA GROSS", "dob", "1980/02/03", "documentNumber", "P123", "issuerOrg_iso3", "DEU"));
 * }</pre>
 *
 * <p>Immutable and thread-safe. It lives no longer than the request, and never in the session: what stays is a {@link
 * KycIdentity} with the fields that the deployer allows. The text form shows no personal data.
 *
 * <p>Texts are made fit for pages and logs, whoever makes the record: line breaks and tabs become a space; other control
 * characters and overrides of the direction of writing become U+FFFD; a text is cut after 1,000 characters, and ends in U+FFFD
 * then. A text with U+FFFD equals no other where Facecheck compares persons, and a field whose name would have to be changed is
 * left out.
 *
 * <p>The values are those of Faceki's Face Match API (an element of {@code kyc_records} in its response, or of {@code result}
 * in its version 3); the component says which where the name differs. Links to pictures are left out.
 *
 * @param recordId the record's own id
 * @param faceId the id of the face on file, as the match lists it in {@code all_face_ids}
 * @param status onboarding's outcome, {@code ACCEPTED} when good; an open set
 * @param deleteStatus {@code ACTIVE}, or {@code null}, unless the record is on its way out
 * @param verificationPassed whether onboarding's verification passed as a whole ({@code verification.passed})
 * @param livenessDecision onboarding's liveness decision: {@code accept}, {@code review} or {@code reject}
 * @param expiry the last day on which the document is valid
 * @param fields the document's fields under the service's names ({@code fullName}, {@code fullName_local}, {@code dob},
 *     {@code documentNumber}, …), numbers and dates as the text that the service sent; copied, without {@code null}
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

    /**
     * Creates a record.
     *
     * @param recordId the record's own id
     * @param faceId the id of the face on file
     * @param status onboarding's outcome
     * @param deleteStatus {@code ACTIVE}, unless the record is on its way out
     * @param verificationPassed whether onboarding's verification passed
     * @param livenessDecision onboarding's liveness decision
     * @param expiry the last day on which the document is valid
     * @param fields the document's fields; copied
     * @throws NullPointerException if the fields, or one of them, are {@code null}
     */
    public KycRecord {
        recordId = PlainText.ofNullable(recordId);
        faceId = PlainText.ofNullable(faceId);
        status = PlainText.ofNullable(status);
        deleteStatus = PlainText.ofNullable(deleteStatus);
        livenessDecision = PlainText.ofNullable(livenessDecision);
        fields = fields.entrySet().stream()
                .filter(field -> PlainText.isFit(field.getKey())) // no field that anybody knows has such a name
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, field -> PlainText.of(field.getValue())));
    }

    /**
     * One field of the document.
     *
     * @param name as the Face Match API writes it, such as {@code documentNumber}
     * @return its text, empty if the service sent none
     */
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Status and deletion only. */
    @Override
    public String toString() {
        return "KycRecord[status=%s, deleteStatus=%s]".formatted(status, deleteStatus);
    }
}
