package org.facecheck.engine.service.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request, of whatever server. Its text form shows neither token nor parameters.
 *
 * @param method of HTTP
 * @param path below the application, such as {@code /facelink/api/face-check}
 * @param query gives a parameter of the address by its name, {@code null} if it was not sent
 * @param authorization the header, {@code null} if it was not sent
 * @param contentType the header, {@code null} if it was not sent
 * @param body not read yet
 */
public record ApiRequest(
        String method,
        String path,
        Query query,
        @Nullable String authorization,
        @Nullable String contentType,
        InputStream body) {
    private static final String BEARER = "Bearer ";

    /** The parameters of an address. */
    public interface Query {
        /** The first of this name. */
        @Nullable
        String value(String name);
    }

    /** The bearer token (RFC 6750 §2.1), empty text if there is none: no token is empty. */
    String token() {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : "";
    }

    /** The body, empty if it is longer than allowed. Not more than that is read. */
    Optional<byte[]> body(int limit) throws IOException {
        byte[] read = body.readNBytes(limit + 1);
        return read.length > limit ? Optional.empty() : Optional.of(read);
    }

    @Override
    public String toString() {
        return "ApiRequest[" + method + " " + path + "]";
    }
}
