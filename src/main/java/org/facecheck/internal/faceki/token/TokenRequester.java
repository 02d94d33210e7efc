package org.facecheck.internal.faceki.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.internal.config.Credentials;
import org.facecheck.internal.config.ServiceConfig;
import org.facecheck.internal.faceki.http.CheckFailedException;
import org.facecheck.internal.faceki.http.HttpExchanges;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an access token with the account's credentials, in substance a client credentials grant (RFC 6749 §4.4) in the two
 * forms that the API has for it.
 */
public final class TokenRequester {

    /** What the call is named in trouble's details. */
    static final String NAME = "access token";

    private final ServiceConfig config;
    private final Credentials credentials;
    private final HttpExchanges exchanges;
    private final TokenReader reader;

    /**
     * @param config with credentials
     * @param clock tells how old a token is
     */
    public TokenRequester(ServiceConfig config, HttpExchanges exchanges, Clock clock) {
        this.config = config;
        this.credentials = Objects.requireNonNull(config.credentials(), "no credentials");
        this.exchanges = exchanges;
        this.reader = new TokenReader(exchanges.json(), clock);
    }

    /** The query form puts the secret into a URL (against RFC 6749 §2.3.1): it is the API's, and its URL is in no message. */
    private HttpRequest request(String secret) {
        HttpRequest.Builder builder = HttpRequest.newBuilder().header("Accept", "application/json");
        return switch (config.tokenRequest()) {
            case QUERY ->
                builder.uri(URI.create("%s/auth/api/access-token?clientId=%s&clientSecret=%s"
                                .formatted(
                                        config.baseUrl(),
                                        URLEncoder.encode(credentials.clientId(), UTF_8),
                                        URLEncoder.encode(secret, UTF_8))))
                        .build();
            case JSON ->
                builder.uri(URI.create(config.baseUrl() + "/auth/api/generate-token"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Json.createObjectBuilder()
                                .add("clientId", credentials.clientId())
                                .add("clientSecret", secret)
                                .build()
                                .toString()))
                        .build();
        };
    }

    /**
     * Completes the result with a token or with {@link CheckFailedException}. The secret is read now, and once more where the
     * service refuses it: whoever rotates it writes the new one, and then the old one is refused.
     */
    public void complete(CompletableFuture<AccessToken> result) {
        String secret = secret();
        send(secret, result)
                .handle((token, failure) -> {
                    String now = isRefusal(failure) ? secret() : secret;
                    return now.equals(secret)
                            ? CompletableFuture.<@Nullable Void>completedFuture(conclude(token, failure, result))
                            : send(now, result).handle((again, failed) -> conclude(again, failed, result));
                })
                .exceptionally(failed -> CompletableFuture.completedFuture(conclude(null, failed, result)));
    }

    private CompletionStage<AccessToken> send(String secret, CompletableFuture<AccessToken> result) {
        return exchanges.send(NAME, request(secret), result).thenApply(reader::read);
    }

    /** The secret as it is now; the message names neither it nor its file. */
    private String secret() {
        try {
            return credentials.secret();
        } catch (UncheckedIOException unreadable) {
            throw new CheckFailedException(Cause.OPERATOR, NAME + ": the file of the client secret can't be read");
        }
    }

    private static boolean isRefusal(@Nullable Throwable failure) {
        return failure != null
                && CheckFailedException.from(NAME, failure).trouble().cause() == Cause.OPERATOR;
    }

    /** Gives nothing, as the end of a chain of stages. */
    private static @Nullable Void conclude(
            @Nullable AccessToken token, @Nullable Throwable failure, CompletableFuture<AccessToken> result) {
        if (failure != null) {
            result.completeExceptionally(CheckFailedException.from(NAME, failure));
        } else if (token != null) {
            result.complete(token);
        }
        return null;
    }
}
