package org.facecheck.internal.faceki.dialect;

import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A successful V3 answer on the wire; only what is used. The text form shows nothing of it.
 *
 * @param result the records whose face this is, each a {@link Match}; as raw JSON, since a binding drops what is none
 */
public record V3Response(@Nullable List<@Nullable JsonValue> result) {

    @Override
    public String toString() {
        return "SearchAnswer";
    }

    /**
     * One person's onboarding.
     *
     * @param documentData one document, or a list of them
     * @param decision onboarding's outcome
     */
    public record Match(
            @Nullable JsonValue requestId,
            @JsonbProperty("record_identifier") @Nullable JsonValue recordIdentifier,
            @JsonbProperty("face_id") @Nullable String faceId,
            @Nullable String decision,
            @JsonbProperty("document_data") @Nullable JsonValue documentData,
            @JsonbProperty("selfie_data") @Nullable SelfieData selfieData,
            @JsonbProperty("verification_summary") @Nullable Summary verificationSummary) {

        @Override
        public String toString() {
            return "Match";
        }
    }

    /**
     * Whether onboarding saw a living person.
     *
     * @param livenessPass about the picture taken then, not today's
     */
    public record SelfieData(
            @JsonbProperty("liveness_pass") @Nullable JsonValue livenessPass) {}

    /** What onboarding verified. */
    public record Summary(
            @JsonbProperty("face_verified") @Nullable JsonValue faceVerified,
            @JsonbProperty("document_verified") @Nullable JsonValue documentVerified,

            @JsonbProperty("verification_rules_passed") @Nullable
            JsonValue verificationRulesPassed,

            @JsonbProperty("selfie_liveness_verified") @Nullable
            JsonValue selfieLivenessVerified) {}
}
