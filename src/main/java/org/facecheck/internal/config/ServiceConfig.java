package org.facecheck.internal.config;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the Face Match API. Immutable; the text form hides the credentials.
 *
 * @param baseUrl scheme, host and perhaps a path, without a slash at the end
 * @param credentials the account, or {@code null} where the deployer names none: an application that brings a {@code
 *     FaceMatcher} of its own needs none
 * @param dialect which of the API's two forms the account speaks
 * @param tokenRequest how the access token is asked for
 * @param proxy the HTTP proxy, or {@code null} for the JVM's own setting
 * @param connectTimeout for one TCP and TLS connect
 * @param timeout for a whole face check, from its start to the verdict, token and repetition included
 * @param maxConcurrent how many checks may be in flight at once
 * @param circuitFailures after how many checks in a row that the service failed no more are made for a while
 * @param circuitDelay how long that while is; then one check tries whether the service is back
 */
public record ServiceConfig(
        URI baseUrl,
        @Nullable Credentials credentials,
        Dialect dialect,
        TokenRequest tokenRequest,
        @Nullable InetSocketAddress proxy,
        Duration connectTimeout,
        Duration timeout,
        int maxConcurrent,
        int circuitFailures,
        Duration circuitDelay) {

    /** The API's two forms of a face check. */
    public enum Dialect {
        /** {@code POST /facelink/api/face-check}, the documented form. */
        V2,
        /** {@code POST /api/v3/kyc_verification/search-by-face}, the newer one. */
        V3
    }

    /** The API's two forms of asking for an access token. */
    public enum TokenRequest {
        /** {@code GET /auth/api/access-token} with the credentials in the query, as every published client does. */
        QUERY,
        /** {@code POST /auth/api/generate-token} with the credentials in a JSON body. */
        JSON
    }

    @Override
    public String toString() {
        return "ServiceConfig[%s, %s]".formatted(baseUrl, dialect);
    }
}
