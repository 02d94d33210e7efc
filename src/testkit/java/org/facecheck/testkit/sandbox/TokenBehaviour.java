package org.facecheck.testkit.sandbox;

import static jakarta.json.JsonValue.EMPTY_JSON_OBJECT;

import jakarta.json.Json;

/** What can go wrong with a call for an access token. */
public enum TokenBehaviour implements Behaviour {
    TOKEN_WRONG_CREDENTIALS("no token: wrong credentials, status 401", unauthorized()),
    TOKEN_SERVER_ERROR("no token: a server error, status 500", Answer.of(500, "text/plain", "", "token: server error")),
    TOKEN_MISSING(
            "no token: success, but nothing in it",
            Answer.json(
                    200,
                    Json.createObjectBuilder()
                            .add("responseCode", 0)
                            .add("data", EMPTY_JSON_OBJECT)
                            .build(),
                    "token: none in it"));

    private final String label;
    private final Answer answer;

    TokenBehaviour(String label, Answer answer) {
        this.label = label;
        this.answer = answer;
    }

    static Answer unauthorized() {
        return Answer.json(
                401, Json.createObjectBuilder().add("message", "Unauthorized").build(), "token: wrong credentials");
    }

    Answer answer() {
        return answer;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String calls() {
        return "token calls";
    }
}
