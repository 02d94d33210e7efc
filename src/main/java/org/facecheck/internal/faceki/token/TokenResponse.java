package org.facecheck.internal.faceki.token;

import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a token call on the wire, as documented: the members of RFC 6749 §5.1, one level deeper. The text form shows no
 * token. A class with fields, since JSON-B 1 cannot bind a record of which members are missing.
 */
public final class TokenResponse {

    /** The token and how long it lives. */
    public @Nullable Data data;

    /** For the binding. */
    public TokenResponse() {}

    /** The token and how long it lives. */
    public static final class Data {

        /** Opaque. */
        @JsonbProperty("access_token")
        public @Nullable JsonValue accessToken;

        /** Seconds. */
        @JsonbProperty("expires_in")
        public @Nullable JsonValue expiresIn;

        /** For the binding. */
        public Data() {}
    }
}
