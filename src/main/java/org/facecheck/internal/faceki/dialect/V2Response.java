package org.facecheck.internal.faceki.dialect;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A successful V2 answer on the wire, as documented; only what is used. The text form shows nothing of it.
 *
 * <p>Text may come as a number or a boolean too, which a binding turns into text; what a decision depends on is taken as
 * raw JSON, so that nothing is converted into a {@code true}.
 *
 * <p>Classes with fields, and no records: JSON-B 1 cannot bind a record of which members are missing. Not changed after they
 * were bound; what was not sent is {@code null}.
 */
public final class V2Response {

    /** The verdict and what it rests on. */
    public @Nullable Data data;

    /** For the binding. */
    public V2Response() {}

    /** The verdict and what it rests on. */
    public static final class Data {

        /** The verdict. */
        @JsonbProperty("face_verified")
        public @Nullable JsonValue faceVerified;

        /** The faces on file that match. */
        @JsonbProperty("all_face_ids")
        public @Nullable List<@Nullable JsonValue> allFaceIds;

        /** Whose faces these are, each a {@link Kyc}; as raw JSON, since a binding drops what is none. */
        @JsonbProperty("kyc_records")
        public @Nullable List<@Nullable JsonValue> kycRecords;

        /** For the binding. */
        public Data() {}
    }

    /**
     * One person's onboarding. Beside the document as it was read ({@code kycResponse.result}) stand copies of a few of its
     * fields.
     */
    public static final class Kyc {

        @JsonbProperty("_id")
        public @Nullable JsonValue id;

        @JsonbProperty("faceID")
        public @Nullable String faceId;

        public @Nullable String status;
        public @Nullable String deleteStatus;
        public @Nullable Response kycResponse;
        public @Nullable Liveness livenessResponse;
        public @Nullable JsonValue fullName;
        public @Nullable JsonValue localName;

        @JsonbProperty("DOB")
        public @Nullable JsonValue dob;

        public @Nullable JsonValue documentId;
        public @Nullable JsonValue country;
        public @Nullable JsonValue countryCode;

        @JsonbProperty("countryCodeISO3")
        public @Nullable JsonValue countryCodeIso3;

        /** For the binding. */
        public Kyc() {}
    }

    /** What onboarding made of the document. */
    public static final class Response {

        /** The document's fields, an open set. */
        public @Nullable JsonObject result;

        public @Nullable Verification verification;

        /** For the binding. */
        public Response() {}
    }

    /** What onboarding verified. */
    public static final class Verification {

        /** All of it. */
        public @Nullable JsonValue passed;

        /** For the binding. */
        public Verification() {}
    }

    /** Whether onboarding saw a living person. */
    public static final class Liveness {

        /** About the picture taken then, not today's. */
        public @Nullable String decision;

        /** For the binding. */
        public Liveness() {}
    }
}
