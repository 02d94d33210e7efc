package org.facecheck.testkit.sandbox;

import static jakarta.json.JsonValue.EMPTY_JSON_OBJECT;

import jakarta.json.Json;
import java.time.Duration;
import java.util.Optional;

/** Gives out access tokens. Thread-safe. */
public final class TokenDesk {

    public static final String CLIENT_ID = "example-client";
    public static final String CLIENT_SECRET = "example-secret";

    private final Tokens tokens;
    private final Orders orders;
    private final Journal journal;

    TokenDesk(Tokens tokens, Orders orders, Journal journal) {
        this.tokens = tokens;
        this.orders = orders;
        this.journal = journal;
    }

    /** A parameter is empty if it was not sent. */
    public Reply ask(String clientId, String clientSecret) {
        Optional<Order<TokenBehaviour>> order = orders.take(TokenBehaviour.class);
        Reply reply = order.map(placed -> new Reply(placed.behaviour().answer(), placed.delay()))
                .orElseGet(() -> Reply.atOnce(answer(clientId, clientSecret)));
        journal.tokenCall(reply.answer());
        return reply;
    }

    private Answer answer(String clientId, String clientSecret) {
        if (clientId.isEmpty()) {
            return missing("client id is required");
        }
        if (clientSecret.isEmpty()) {
            return missing("client secret is required");
        }
        if (!clientId.equals(CLIENT_ID) || !clientSecret.equals(CLIENT_SECRET)) {
            return TokenBehaviour.unauthorized();
        }
        Duration lifetime = orders.tokenLifetime();
        return Answer.json(
                200,
                Json.createObjectBuilder()
                        .add("responseCode", 0)
                        .add(
                                "data",
                                Json.createObjectBuilder()
                                        .add("access_token", tokens.issue(lifetime))
                                        .add("expires_in", lifetime.toSeconds())
                                        .add("token_type", "Bearer"))
                        .build(),
                "token for " + lifetime.toSeconds() + " s");
    }

    private static Answer missing(String message) {
        return Answer.json(
                422,
                Json.createObjectBuilder()
                        .add("status", false)
                        .add("message", message)
                        .add("statusCode", 422)
                        .add("data", EMPTY_JSON_OBJECT)
                        .build(),
                "token: " + message);
    }
}
