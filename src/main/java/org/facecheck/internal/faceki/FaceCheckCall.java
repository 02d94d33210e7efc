package org.facecheck.internal.faceki;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.Selfie;
import org.facecheck.internal.config.ServiceConfig;
import org.facecheck.internal.faceki.dialect.FaceCheckDialect;
import org.facecheck.internal.faceki.http.CheckFailedException;
import org.facecheck.internal.faceki.http.HttpExchanges;
import org.facecheck.internal.faceki.http.MultipartBody;
import org.facecheck.internal.faceki.http.OutgoingPicture;
import org.facecheck.internal.faceki.token.AccessToken;
import org.facecheck.internal.faceki.token.AccessTokenCache;
import org.jspecify.annotations.Nullable;

/** Sends a picture with a token, and once more with a new one where the first is refused. Thread-safe. */
final class FaceCheckCall {

    /** What the call is named in trouble's details. */
    private static final String NAME = "face check";

    private final URI uri;
    private final FaceCheckDialect dialect;
    private final AnswerReader reader;
    private final AccessTokenCache tokens;
    private final HttpExchanges exchanges;
    private final Executor whenNotRefusable;

    /** @param whenNotRefusable runs what is given to it when a refusal of the token is not to be expected any more */
    FaceCheckCall(ServiceConfig config, AccessTokenCache tokens, HttpExchanges exchanges, Executor whenNotRefusable) {
        this.dialect = FaceCheckDialect.of(config.dialect(), exchanges.json());
        this.reader = new AnswerReader(dialect);
        this.uri = URI.create(config.baseUrl() + dialect.path());
        this.tokens = tokens;
        this.exchanges = exchanges;
        this.whenNotRefusable = whenNotRefusable;
    }

    /**
     * Makes the check, and completes the result with what came of it, trouble included.
     *
     * @param claimedKey who the person claims to be, {@code null} if the service is not to be told
     */
    void complete(CompletableFuture<FaceMatch> result, Selfie selfie, @Nullable String claimedKey) {
        // From here on nothing refers to the selfie itself, which would keep the picture.
        OutgoingPicture picture = new OutgoingPicture(selfie, claimedKey, whenNotRefusable);
        send(1, picture, result).thenApply(this::verdict).whenComplete((verdict, failure) -> {
            picture.clear();
            result.complete(
                    failure == null
                            ? verdict
                            : CheckFailedException.from(NAME, failure).trouble());
        });
    }

    private CompletionStage<CheckAttempt> send(int number, OutgoingPicture picture, CompletableFuture<?> result) {
        return tokens.get()
                .thenCompose(token -> exchanges
                        .send(NAME, request(picture, token), result)
                        .thenApply(answer -> new CheckAttempt(number, token, answer, dialect.refusesToken(answer))))
                .thenCompose(attempt -> repeatOrKeep(attempt, picture, result));
    }

    private CompletionStage<CheckAttempt> repeatOrKeep(
            CheckAttempt attempt, OutgoingPicture picture, CompletableFuture<?> result) {
        if (attempt.isTokenRefused()) {
            tokens.invalidate(attempt.token());
        }
        return attempt.isToBeRepeated()
                ? send(attempt.number() + 1, picture, result)
                : CompletableFuture.completedStage(attempt);
    }

    private FaceMatch verdict(CheckAttempt last) {
        return last.isTokenRefused() ? last.answer().trouble(Cause.OPERATOR) : reader.read(last.answer());
    }

    private HttpRequest request(OutgoingPicture picture, AccessToken token) {
        picture.retain(); // before the body is published, so that the picture cannot go in between
        MultipartBody body = MultipartBody.of(dialect.partName(), picture);
        return HttpRequest.newBuilder(uri)
                .header("Authorization", token.header())
                .header("Accept", "application/json")
                .header("Content-Type", body.contentType())
                .POST(body.publisher())
                .build();
    }
}
