package org.facecheck.engine.service.api;

import jakarta.json.JsonValue;
import java.io.IOException;
import org.facecheck.engine.service.dialect.Answer;
import org.facecheck.engine.service.dialect.V2;
import org.facecheck.engine.service.dialect.V3;

/**
 * Which endpoint answers at which address: those of the Face Match API, and two of the engine's own. Thread-safe.
 *
 * <p>This is no list of what is protected: each endpoint asks for a token itself, and an address that is not in it is nothing.
 */
public final class Api {
    private final TokenEndpoint tokens;
    private final CheckEndpoint checks;
    private final PeopleEndpoint people;

    /** The addresses, with what answers at them. */
    public Api(TokenEndpoint tokens, CheckEndpoint checks, PeopleEndpoint people) {
        this.tokens = tokens;
        this.checks = checks;
        this.people = people;
    }

    /**
     * Answers, in the calling thread, which may wait for a check to be computed.
     *
     * @return always something, if only that there is nothing at this address
     * @throws IOException if the body can't be read, since the client has gone
     */
    public Answer answer(ApiRequest request) throws IOException {
        return switch (request.method() + " " + request.path()) {
            case "GET /auth/api/access-token" -> tokens.byQuery(request);
            case "POST /auth/api/generate-token" -> tokens.byJson(request);
            case "POST /facelink/api/face-check" -> checks.check(new V2(), request);
            case "POST /api/v3/kyc_verification/search-by-face" -> checks.check(new V3(), request);
            case "POST /engine/people" -> people.enrol(request);
            case "POST /engine/people/deletion" -> people.delete(request);
            default -> new Answer(404, JsonValue.EMPTY_JSON_OBJECT);
        };
    }
}
