package org.facecheck.internal.faceki.dialect;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.facecheck.KycRecord;
import org.facecheck.internal.faceki.dialect.V3Response.Match;
import org.facecheck.internal.faceki.dialect.V3Response.SelfieData;
import org.facecheck.internal.faceki.dialect.V3Response.Summary;
import org.facecheck.internal.faceki.http.JsonScalars;
import org.jspecify.annotations.Nullable;

/**
 * Reads a KYC record of V3, and gives the document's fields the names they have in V2. A record may rest on several
 * documents of one person.
 */
final class V3Record {

    /** V3's names and V2's. Fields with other names than these keep their own, so that a deployer may keep them, too. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("full_name", "fullName"),
            Map.entry("first_name", "firstName"),
            Map.entry("middle_name", "middleName"),
            Map.entry("last_name", "lastName"),
            Map.entry("local_name", "fullName_local"),
            Map.entry("gender", "sex"),
            Map.entry("date_of_birth", "dob"),
            Map.entry("expiry_date", "expiry"),
            Map.entry("date_of_expiry", "expiry"),
            Map.entry("document_number", "documentNumber"),
            Map.entry("document_type", "documentType"),
            Map.entry("nationality", "nationality_full"),
            Map.entry("issuer", "issuerOrg_full"));

    private V3Record() {}

    /** The record, in which everything may be missing: what is unknown is the acceptance policy's to judge. */
    static KycRecord read(Match match) {
        List<DocumentFields> documents = documents(match.documentData);
        Summary summary = Objects.requireNonNullElseGet(match.verificationSummary, Summary::new);
        return new KycRecord(
                JsonScalars.text(match.requestId)
                        .or(() -> JsonScalars.text(match.recordIdentifier))
                        .orElse(null),
                match.faceId,
                match.decision,
                null, // V3 knows no deletion
                JsonScalars.allTrue(
                        Arrays.asList(summary.faceVerified, summary.documentVerified, summary.verificationRulesPassed)),
                liveness(match.selfieData, summary),
                expiry(documents),
                agreed(documents));
    }

    private static List<DocumentFields> documents(@Nullable JsonValue data) {
        List<? extends JsonValue> sent = data instanceof JsonArray several
                ? several
                : Stream.ofNullable(data).toList();
        return sent.stream().map(V3Record::document).toList();
    }

    /** Without a field, and so without a last day, where something else was sent. */
    private static DocumentFields document(JsonValue sent) {
        DocumentFields document = new DocumentFields();
        if (sent instanceof JsonObject fields) {
            fields.forEach((name, value) -> document.putIfMissing(NAMES.getOrDefault(name, name), value));
        }
        return document;
    }

    /** Said in two places; where both say something, both must agree to accept. */
    private static @Nullable String liveness(@Nullable SelfieData selfie, Summary summary) {
        Boolean live = JsonScalars.allTrue(Stream.of(
                        selfie == null
                                ? JsonValue.NULL
                                : Objects.requireNonNullElse(selfie.livenessPass, JsonValue.NULL),
                        Objects.requireNonNullElse(summary.selfieLivenessVerified, JsonValue.NULL))
                .filter(JsonScalars::isPresent)
                .toList());
        return live == null ? null : live ? "accept" : "reject";
    }

    /** The earliest of the documents' last days, unknown if one of them is. */
    private static @Nullable LocalDate expiry(List<DocumentFields> documents) {
        List<Optional<LocalDate>> days =
                documents.stream().map(DocumentFields::expiry).toList();
        return days.stream().allMatch(Optional::isPresent)
                ? days.stream()
                        .flatMap(Optional::stream)
                        .min(LocalDate::compareTo)
                        .orElse(null)
                : null;
    }

    /** A field on which two documents differ is left out: it would be the first one's, in silence. */
    private static Map<String, String> agreed(List<DocumentFields> documents) {
        Map<String, String> agreed = new HashMap<>();
        documents.forEach(document -> agreed.putAll(document.asMap()));
        documents.forEach(
                document -> agreed.entrySet().removeIf(field -> document.differs(field.getKey(), field.getValue())));
        return agreed;
    }
}
