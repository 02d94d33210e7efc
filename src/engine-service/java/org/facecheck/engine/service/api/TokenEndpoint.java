package org.facecheck.engine.service.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.Optional;
import org.facecheck.engine.service.client.ArrivalLimits;
import org.facecheck.engine.service.client.ArrivalLimits.Sender;
import org.facecheck.engine.service.client.Client;
import org.facecheck.engine.service.client.Clients;
import org.facecheck.engine.service.client.Tokens;
import org.facecheck.engine.service.dialect.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Gives access tokens, in the two forms that the Face Match API has for it. In substance it is a client credentials grant (RFC 6749
 * §4.4), with the API's own names for things.
 *
 * <p>Nobody is kept from trying: a secret of 256 random bits can't be found by asking, and a count of failures would let a stranger lock
 * an application out. Of the newer form, so many bodies may be on their way as {@link ArrivalLimits} says. Thread-safe.
 */
public final class TokenEndpoint {
    private static final int MAX_BODY = 4096;

    private final Clients clients;
    private final Tokens tokens;
    private final ArrivalLimits arrivals;

    /** Gives tokens to these clients. */
    public TokenEndpoint(Clients clients, Tokens tokens, ArrivalLimits arrivals) {
        this.clients = clients;
        this.tokens = tokens;
        this.arrivals = arrivals;
    }

    /** The documented form. The secret stands in the address, which servers like to log: prefer the other one. */
    Answer byQuery(ApiRequest request) {
        return answer(request.query().value("clientId"), request.query().value("clientSecret"));
    }

    /** The newer form. */
    Answer byJson(ApiRequest request) throws IOException {
        return arrivals.admit(Sender.CLIENT, () -> {
                    JsonObject sent = JsonBody.read(request, MAX_BODY).orElse(JsonValue.EMPTY_JSON_OBJECT);
                    return answer(text(sent, "clientId"), text(sent, "clientSecret"));
                })
                .orElseGet(Answer::overloaded);
    }

    /** A number or an object is no secret, and is as good as none. */
    private static @Nullable String text(JsonObject sent, String name) {
        return sent.get(name) instanceof JsonString text ? text.getString() : null;
    }

    private Answer answer(@Nullable String id, @Nullable String secret) {
        if (id == null) {
            return refused(422, "client id is required");
        }
        if (secret == null) {
            return refused(422, "client secret is required");
        }
        Optional<Client> client = clients.find(id, secret);
        // One answer for both, so that nobody learns which clients there are.
        if (client.isEmpty()) {
            return refused(401, "client id or client secret is wrong");
        }
        JsonObject body = Json.createObjectBuilder()
                .add("responseCode", 0)
                .add(
                        "data",
                        Json.createObjectBuilder()
                                .add("access_token", tokens.issue(client.get()))
                                .add("expires_in", Tokens.LIFETIME.toSeconds())
                                .add("token_type", "Bearer"))
                .build();
        return new Answer(200, body);
    }

    /** In the shape that the API documents for a parameter that is missing; for wrong credentials, it documents none. */
    private static Answer refused(int status, String message) {
        JsonObject body = Json.createObjectBuilder()
                .add("status", false)
                .add("message", message)
                .add("statusCode", status)
                .add("data", JsonValue.EMPTY_JSON_OBJECT)
                .build();
        return new Answer(status, body);
    }
}
