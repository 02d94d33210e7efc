package org.facecheck.internal.faceki.dialect;

import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A successful V3 answer on the wire; only what is used. The text form shows nothing of it. Classes with fields for the same
 * reason as {@link V2Response}.
 */
public final class V3Response {

    /** The records whose face this is, each a {@link Match}; as raw JSON, since a binding drops what is none. */
    public @Nullable List<@Nullable JsonValue> result;

    /** For the binding. */
    public V3Response() {}

    /** One person's onboarding. */
    public static final class Match {

        public @Nullable JsonValue requestId;

        @JsonbProperty("record_identifier")
        public @Nullable JsonValue recordIdentifier;

        @JsonbProperty("face_id")
        public @Nullable String faceId;

        /** Onboarding's outcome. */
        public @Nullable String decision;

        /** One document, or a list of them. */
        @JsonbProperty("document_data")
        public @Nullable JsonValue documentData;

        @JsonbProperty("selfie_data")
        public @Nullable SelfieData selfieData;

        @JsonbProperty("verification_summary")
        public @Nullable Summary verificationSummary;

        /** For the binding. */
        public Match() {}
    }

    /** Whether onboarding saw a living person. */
    public static final class SelfieData {

        /** About the picture taken then, not today's. */
        @JsonbProperty("liveness_pass")
        public @Nullable JsonValue livenessPass;

        /** For the binding. */
        public SelfieData() {}
    }

    /** What onboarding verified. */
    public static final class Summary {

        @JsonbProperty("face_verified")
        public @Nullable JsonValue faceVerified;

        @JsonbProperty("document_verified")
        public @Nullable JsonValue documentVerified;

        @JsonbProperty("verification_rules_passed")
        public @Nullable JsonValue verificationRulesPassed;

        @JsonbProperty("selfie_liveness_verified")
        public @Nullable JsonValue selfieLivenessVerified;

        /** For the binding. */
        public Summary() {}
    }
}
