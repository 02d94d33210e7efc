package org.facecheck.internal.faceki;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.Selfie;
import org.facecheck.internal.config.ServiceConfig;
import org.facecheck.internal.faceki.dialect.FaceCheckDialect;
import org.facecheck.internal.faceki.http.CheckFailedException;
import org.facecheck.internal.faceki.http.HttpAnswer;
import org.facecheck.internal.faceki.http.HttpExchanges;
import org.facecheck.internal.faceki.http.MultipartBody;
import org.facecheck.internal.faceki.http.OutgoingPicture;
import org.facecheck.internal.faceki.token.AccessToken;
import org.facecheck.internal.faceki.token.AccessTokenCache;

/** Sends a picture with a token and understands what comes back. Thread-safe. */
final class FaceCheckCall {

    private static final String NAME = "face check";

    private final URI uri;
    private final FaceCheckDialect form;
    private final AccessTokenCache tokens;
    private final HttpExchanges calls;
    private final Executor afterAMoment;

    /** @param afterAMoment runs what is given to it when a refusal of the token is not to be expected any more */
    FaceCheckCall(ServiceConfig config, AccessTokenCache tokens, HttpExchanges calls, Executor afterAMoment) {
        this.form = FaceCheckDialect.of(config.dialect(), calls);
        this.uri = URI.create(config.baseUrl() + form.path());
        this.tokens = tokens;
        this.calls = calls;
        this.afterAMoment = afterAMoment;
    }

    /** Completes the result with whatever comes of it, trouble included. */
    void complete(CompletableFuture<FaceMatch> result, Selfie selfie) {
        // From here on nothing refers to the selfie itself, which would keep the picture.
        OutgoingPicture picture = new OutgoingPicture(selfie, afterAMoment);
        send(picture, result)
                .thenCompose(first -> first.isRefused() ? again(picture, first, result) : done(first))
                .thenApply(this::verdict)
                .whenComplete((verdict, failure) -> {
                    picture.forget();
                    result.complete(
                            failure == null
                                    ? verdict
                                    : CheckFailedException.from(NAME, failure).trouble());
                });
    }

    private CompletionStage<Attempt> send(OutgoingPicture picture, CompletableFuture<?> result) {
        return tokens.get()
                .thenCompose(token -> calls.send(NAME, request(picture, token), result)
                        .thenApply(answer -> new Attempt(token, answer, form.refusesToken(answer))));
    }

    private HttpRequest request(OutgoingPicture picture, AccessToken token) {
        picture.hold();
        MultipartBody body = MultipartBody.of(form.partName(), picture);
        return HttpRequest.newBuilder(uri)
                .header("Authorization", token.header())
                .header("Accept", "application/json")
                .header("Content-Type", body.contentType())
                .POST(body.publisher())
                .build();
    }

    /** The one repetition: the token was refused, so this check has not been made, nor charged for. */
    private CompletionStage<HttpAnswer> again(OutgoingPicture picture, Attempt first, CompletableFuture<?> result) {
        tokens.invalidate(first.token());
        return send(picture, result).thenCompose(this::done);
    }

    private CompletionStage<HttpAnswer> done(Attempt last) {
        if (last.isRefused()) {
            tokens.invalidate(last.token());
            throw new CheckFailedException(last.answer().trouble(Cause.OPERATOR));
        }
        return CompletableFuture.completedStage(last.answer());
    }

    /** A known code before the status, since it says more and may come with any; but no match without 2xx. */
    FaceMatch verdict(HttpAnswer answer) {
        if (answer.isServerError()) {
            return answer.trouble(Cause.UNAVAILABLE);
        }
        boolean succeeded = answer.code().equals(OptionalInt.of(form.successCode()));
        if (!succeeded && answer.code().isPresent()) {
            Optional<FaceMatch> known = form.meaning(answer.code().getAsInt(), answer);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return switch (answer.status()) {
            case 429 -> answer.trouble(Cause.UNAVAILABLE);
            case 403, 407 -> answer.trouble(Cause.OPERATOR); // the account's permission, or the proxy's
            default ->
                succeeded && answer.isSuccess() && !answer.reportsFailure()
                        ? form.verdict(answer)
                        : answer.trouble(Cause.PROTOCOL);
        };
    }

    /**
     * @param token was sent along
     * @param isRefused whether that token was not good enough
     */
    private record Attempt(AccessToken token, HttpAnswer answer, boolean isRefused) {}
}
