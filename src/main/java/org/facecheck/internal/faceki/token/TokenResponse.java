package org.facecheck.internal.faceki.token;

import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import org.jspecify.annotations.Nullable;

/** The answer to a token call on the wire, as documented. The text form shows no token. */
public record TokenResponse(@Nullable Data data) {

    /**
     * The token and how long it lives.
     *
     * @param accessToken opaque
     * @param expiresIn seconds
     */
    public record Data(
            @JsonbProperty("access_token") @Nullable JsonValue accessToken,
            @JsonbProperty("expires_in") @Nullable JsonValue expiresIn) {

        @Override
        public String toString() {
            return "Data";
        }
    }
}
