package org.facecheck.internal.faceki.dialect;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A successful V2 answer on the wire, as documented; only what is used. The text form shows nothing of it.
 *
 * <p>Text may come as a number or a boolean too, which a binding turns into text; what a decision hangs on is taken as
 * raw JSON, so that nothing is bent into a {@code true}.
 */
public record V2Response(@Nullable Data data) {

    /**
     * The verdict and what it rests on.
     *
     * @param faceVerified the verdict
     * @param allFaceIds the faces on file that match
     * @param kycRecords whose faces these are, each a {@link Kyc}; as raw JSON, since a binding drops what is none
     */
    public record Data(
            @JsonbProperty("face_verified") @Nullable JsonValue faceVerified,
            @JsonbProperty("all_face_ids") @Nullable List<@Nullable JsonValue> allFaceIds,
            @JsonbProperty("kyc_records") @Nullable List<@Nullable JsonValue> kycRecords) {

        @Override
        public String toString() {
            return "Data";
        }
    }

    /**
     * One person's onboarding. Beside the document as it was read ({@code kycResponse.result}) stand copies of a few of its
     * fields.
     */
    public record Kyc(
            @JsonbProperty("_id") @Nullable JsonValue id,
            @JsonbProperty("faceID") @Nullable String faceId,
            @Nullable String status,
            @Nullable String deleteStatus,
            @Nullable Response kycResponse,
            @Nullable Liveness livenessResponse,
            @Nullable JsonValue fullName,
            @Nullable JsonValue localName,
            @JsonbProperty("DOB") @Nullable JsonValue dob,
            @Nullable JsonValue documentId,
            @Nullable JsonValue country,
            @Nullable JsonValue countryCode,
            @JsonbProperty("countryCodeISO3") @Nullable JsonValue countryCodeIso3) {

        @Override
        public String toString() {
            return "Kyc";
        }
    }

    /**
     * What onboarding made of the document.
     *
     * @param result the document's fields, an open set
     */
    public record Response(
            @Nullable JsonObject result, @Nullable Verification verification) {

        @Override
        public String toString() {
            return "Response";
        }
    }

    /**
     * What onboarding verified.
     *
     * @param passed all of it
     */
    public record Verification(@Nullable JsonValue passed) {}

    /**
     * Whether onboarding saw a living person.
     *
     * @param decision about the picture taken then, not today's
     */
    public record Liveness(@Nullable String decision) {}
}
