package org.facecheck.internal.config;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the Face Match API. Immutable; the text form hides the credentials.
 *
 * @param baseUrl scheme, host and perhaps a path, without a slash at the end
 * @param credentials of the account, or {@code null} where the deployer gives none, which only an application with a
 *     {@link org.facecheck.FaceMatcher} of its own can do without
 * @param dialect which of the API's two forms the account speaks
 * @param tokenRequest how the access token is asked for
 * @param startupCheck whether a token is asked for when the application starts, so that a wrong secret is found then
 * @param proxy the HTTP proxy, or {@code null} for the JVM's own setting
 * @param connectTimeout for one TCP and TLS connect
 * @param timeout for a whole face check, from its start to the verdict, token and repetition included
 * @param maxConcurrent how many checks may be in flight at once
 * @param circuitFailures after how many checks in a row that the service failed no more are made for a while
 * @param circuitDelay how long that while is; then one check tries whether the service is back
 * @param personKey whether the matcher is told who the person claims to be
 */
public record ServiceConfig(
        @ConfigKey(value = "facecheck.service.base-url", fallback = "https://sdk.faceki.com")
        URI baseUrl,

        @Nullable Credentials credentials,

        @ConfigKey(value = "facecheck.service.dialect", fallback = "v2")
        Dialect dialect,

        @ConfigKey(value = "facecheck.service.token-request", fallback = "query")
        TokenRequest tokenRequest,

        @ConfigKey(value = "facecheck.service.startup-check", fallback = "true")
        boolean startupCheck,

        @ConfigKey("facecheck.service.proxy") @Nullable InetSocketAddress proxy,

        @ConfigKey(value = "facecheck.service.connect-timeout", fallback = "PT3S")
        Duration connectTimeout,

        @ConfigKey(value = "facecheck.service.timeout", fallback = "PT20S")
        Duration timeout,

        @ConfigKey(value = "facecheck.service.max-concurrent", fallback = "200", max = 100_000)
        int maxConcurrent,

        @ConfigKey(value = "facecheck.service.circuit-failures", fallback = "5", max = 1000)
        int circuitFailures,

        @ConfigKey(value = "facecheck.service.circuit-delay", fallback = "PT30S")
        Duration circuitDelay,

        @ConfigKey(value = "facecheck.service.person-key", fallback = "false")
        boolean personKey) {

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
