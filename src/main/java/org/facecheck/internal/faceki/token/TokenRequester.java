package org.facecheck.internal.faceki.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.facecheck.internal.config.Credentials;
import org.facecheck.internal.config.ServiceConfig;
import org.facecheck.internal.faceki.http.CheckFailedException;
import org.facecheck.internal.faceki.http.HttpExchanges;

/**
 * Asks for an access token with the account's credentials, in substance a client credentials grant (RFC 6749 §4.4) in the two
 * forms that the API has for it.
 */
public final class TokenRequester {

    /** What the call is named in trouble's details. */
    static final String NAME = "access token";

    private final HttpExchanges exchanges;
    private final TokenReader reader;
    private final HttpRequest request;

    /**
     * @param config with credentials
     * @param clock tells how old a token is
     */
    public TokenRequester(ServiceConfig config, HttpExchanges exchanges, Clock clock) {
        this.exchanges = exchanges;
        this.reader = new TokenReader(exchanges.json(), clock);
        this.request = request(config);
    }

    /** The query form puts the secret into a URL (against RFC 6749 §2.3.1): it is the API's, and its URL is in no message. */
    private static HttpRequest request(ServiceConfig config) {
        Credentials credentials = Objects.requireNonNull(config.credentials(), "no credentials");
        HttpRequest.Builder builder = HttpRequest.newBuilder().header("Accept", "application/json");
        return switch (config.tokenRequest()) {
            case QUERY ->
                builder.uri(URI.create("%s/auth/api/access-token?clientId=%s&clientSecret=%s"
                                .formatted(
                                        config.baseUrl(),
                                        URLEncoder.encode(credentials.clientId(), UTF_8),
                                        URLEncoder.encode(credentials.clientSecret(), UTF_8))))
                        .build();
            case JSON ->
                builder.uri(URI.create(config.baseUrl() + "/auth/api/generate-token"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Json.createObjectBuilder()
                                .add("clientId", credentials.clientId())
                                .add("clientSecret", credentials.clientSecret())
                                .build()
                                .toString()))
                        .build();
        };
    }

    /** Completes the result with a token or with {@link CheckFailedException}. */
    public void complete(CompletableFuture<AccessToken> result) {
        exchanges.send(NAME, request, result).thenApply(reader::read).whenComplete((token, failure) -> {
            if (failure == null) {
                result.complete(token);
            } else {
                result.completeExceptionally(CheckFailedException.from(NAME, failure));
            }
        });
    }
}
