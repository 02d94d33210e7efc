package org.facecheck.internal.faceki.token;

import java.time.Instant;

/**
 * A bearer token. Opaque, and compared by identity: the service may well give out the same characters twice.
 *
 * @param value goes into the header as it is
 * @param givenAt when the service gave it
 * @param staleAt from when on a new one should be asked for
 */
public record AccessToken(String value, Instant givenAt, Instant staleAt) {

    /** What goes into the header {@code Authorization} (RFC 6750 §2.1). */
    public String header() {
        return "Bearer " + value;
    }

    @Override
    public String toString() {
        return "AccessToken[stale at %s]".formatted(staleAt);
    }
}
