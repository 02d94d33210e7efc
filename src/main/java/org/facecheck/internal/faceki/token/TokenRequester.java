package org.facecheck.internal.faceki.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.internal.config.Credentials;
import org.facecheck.internal.config.ServiceConfig;
import org.facecheck.internal.faceki.dialect.ResponseCodes;
import org.facecheck.internal.faceki.http.CheckFailedException;
import org.facecheck.internal.faceki.http.HttpAnswer;
import org.facecheck.internal.faceki.http.HttpExchanges;
import org.facecheck.internal.faceki.http.JsonScalars;

/**
 * Asks for an access token. What the service says to wrong credentials is not documented: any refusal, and any answer
 * without a token, is the operator's to look into.
 */
public final class TokenRequester {

    private static final String NAME = "access token";
    private static final Duration EARLY = Duration.ofMinutes(1);
    private static final Duration UNKNOWN_LIFETIME = Duration.ofMinutes(5);

    private final HttpExchanges calls;
    private final Clock clock;
    private final HttpRequest request;

    public TokenRequester(ServiceConfig config, HttpExchanges calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
        this.request = request(config);
    }

    /** A client for an account that is not configured is a mistake of its maker's. */
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
        calls.send(NAME, request, result).thenApply(this::token).whenComplete((token, failure) -> {
            if (failure == null) {
                result.complete(token);
            } else {
                result.completeExceptionally(CheckFailedException.from(NAME, failure));
            }
        });
    }

    /** The token of an answer that has one; else {@link CheckFailedException} is thrown. */
    public AccessToken token(HttpAnswer answer) {
        if (answer.isServerError() || answer.status() == 429) {
            throw new CheckFailedException(answer.trouble(Cause.UNAVAILABLE));
        }
        if (answer.isClientError()) {
            throw new CheckFailedException(answer.trouble(Cause.OPERATOR));
        }
        if (!answer.isSuccess() || answer.codes() == null) {
            throw new CheckFailedException(answer.trouble(Cause.PROTOCOL));
        }
        int code = answer.code().orElse(0);
        if (code == ResponseCodes.INTERNAL_SYSTEM_ERROR) {
            throw new CheckFailedException(answer.trouble(Cause.UNAVAILABLE));
        }
        if ((code != 0 && code != 200) || answer.reportsFailure()) {
            throw new CheckFailedException(answer.trouble(Cause.OPERATOR));
        }
        TokenResponse.Data data = calls.body(answer, TokenResponse.class).data();
        if (data == null || JsonScalars.text(data.accessToken()).isEmpty()) {
            throw new CheckFailedException(answer.trouble(Cause.OPERATOR));
        }
        return token(
                JsonScalars.text(data.accessToken()).get(), Duration.ofSeconds(JsonScalars.code(data.expiresIn())));
    }

    private AccessToken token(String value, Duration lifetime) {
        if (!value.matches("[\\x21-\\x7e]+")) {
            // It could not be sent in a header, and the attempt would quote it in an exception.
            throw new CheckFailedException(Cause.PROTOCOL, NAME + ": not fit for a header");
        }
        return new AccessToken(value, staleAt(lifetime));
    }

    /** A little before the end, so that no check travels with a token that runs out on its way. */
    private Instant staleAt(Duration lifetime) {
        Instant now = clock.instant();
        if (lifetime.isZero() || lifetime.isNegative()) {
            return now.plus(UNKNOWN_LIFETIME);
        }
        Duration half = lifetime.dividedBy(2); // a very short-lived token must be of use at least for a while
        return now.plus(lifetime).minus(half.compareTo(EARLY) < 0 ? half : EARLY);
    }
}
