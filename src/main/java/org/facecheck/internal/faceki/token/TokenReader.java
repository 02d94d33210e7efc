package org.facecheck.internal.faceki.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.internal.faceki.http.CheckFailedException;
import org.facecheck.internal.faceki.http.HttpAnswer;
import org.facecheck.internal.faceki.http.JsonMapper;
import org.facecheck.internal.faceki.http.JsonScalars;
import org.facecheck.internal.faceki.http.ResponseCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answer to a token call. What the service says to wrong credentials is not documented: any refusal, and any answer
 * without a token, is for the operator to look into.
 *
 * @param json reads the answer's text
 * @param clock tells when the token was given
 */
public record TokenReader(JsonMapper json, Clock clock) {

    /** How long before its end a token is renewed: longer than any check takes by default. */
    private static final Duration EARLY = Duration.ofMinutes(1);

    private static final String REFUSED = "client id or secret refused";

    /** For a token without {@code expires_in}, which the API promises but RFC 6749 §5.1 only recommends. */
    private static final Duration UNKNOWN_LIFETIME = Duration.ofMinutes(5);

    /** The token of an answer that has one; else {@link CheckFailedException} is thrown. */
    public AccessToken read(HttpAnswer answer) {
        Cause failure = failure(answer);
        if (failure != null) {
            throw new CheckFailedException(
                    failure == Cause.OPERATOR ? answer.trouble(failure, REFUSED) : answer.trouble(failure));
        }
        TokenResponse.Data data = json.body(answer, TokenResponse.class).data;
        Optional<String> value = data == null ? Optional.empty() : JsonScalars.text(data.accessToken);
        if (data == null || value.isEmpty()) {
            throw new CheckFailedException(answer.trouble(Cause.OPERATOR));
        }
        return token(
                value.get(),
                JsonScalars.number(data.expiresIn).map(Duration::ofSeconds).orElse(null));
    }

    /** Why an answer has no token, by its status and its code, from the outside in; {@code null} if it should have one. */
    private static @Nullable Cause failure(HttpAnswer answer) {
        if (answer.isServerError() || answer.status() == 429) { // too many requests (RFC 6585 §4)
            return Cause.UNAVAILABLE;
        }
        if (answer.isClientError()) {
            return Cause.OPERATOR; // invalid_client and the like (RFC 6749 §5.2)
        }
        // RFC 6749 §5.1 says 200; a token that is asked for by POST may be reported as made (RFC 9110 §15.3.2).
        boolean mayHaveToken = answer.status() == 200 || answer.status() == 201;
        if (!mayHaveToken || answer.codes() == null) {
            return Cause.PROTOCOL; // a redirect, a part of an answer, or not JSON: perhaps not the service at all
        }
        Optional<ResponseCode> code = answer.code();
        if (code.filter(sent -> sent.is(ResponseCode.INTERNAL_SYSTEM_ERROR)).isPresent()) {
            return Cause.UNAVAILABLE;
        }
        if (code.filter(sent -> !sent.isSuccess()).isPresent() || answer.reportsFailure()) {
            return Cause.OPERATOR;
        }
        return null;
    }

    private AccessToken token(String value, @Nullable Duration lifetime) {
        if (!value.matches("[\\x21-\\x7e]+")) {
            // It could not be sent in a header (RFC 9110 §5.5), and the attempt would quote it in an exception.
            throw new CheckFailedException(Cause.PROTOCOL, TokenRequester.NAME + ": not fit for a header");
        }
        Instant now = clock.instant();
        return new AccessToken(
                value,
                now,
                lifetime == null || lifetime.isZero()
                        ? now.plus(UNKNOWN_LIFETIME)
                        : now.plus(lifetime).minus(margin(lifetime)));
    }

    /** No check should travel with a token that runs out on its way; but a very short-lived one must be of some use. */
    private static Duration margin(Duration lifetime) {
        Duration half = lifetime.dividedBy(2);
        return half.compareTo(EARLY) < 0 ? half : EARLY;
    }
}
