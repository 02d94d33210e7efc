package org.facecheck.it;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The Face Match API with an answer of its own for each check, and a new token whenever it refuses one. */
final class Registry implements AutoCloseable {
    private static final int LATE_MILLIS = 15_000;
    private static final int TOO_MUCH = 1_200_000;

    private final Random random;
    private final List<String> tokens = new ArrayList<>();
    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1").containerThreads(32));

    Registry(Random random) {
        this.random = random;
        server.start();
    }

    /** What a check comes to, and the status that the page then has. */
    enum Ending {
        MATCH(303),
        MATCH_AFTER_A_REFUSED_TOKEN(303),
        NO_MATCH(403),
        DECLINED(403),
        RETAKE(422),
        FAILURE(503),
        NONSENSE(503),
        TOO_LONG(503),
        CUT_OFF(503),
        LATE(503);

        private final int status;

        Ending(int status) {
            this.status = status;
        }

        /** A form's; a script gets 201 where a form is sent on. */
        int status() {
            return status;
        }

        boolean passes() {
            return status == 303;
        }
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.port();
    }

    /** All that were given out, the latest last. */
    List<String> tokens() {
        return List.copyOf(tokens);
    }

    /** From now on each selfie is this person's, and each check comes to this. */
    void answers(Applicant applicant, Ending ending) {
        String match = applicant.in(Faceki.documentedMatch());
        server.resetAll();
        if (tokens.isEmpty() || ending == Ending.MATCH_AFTER_A_REFUSED_TOKEN) {
            tokens.add(Applicant.letters(random, 'a', 40));
        }
        String token = tokens.get(tokens.size() - 1);
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401).withBody(match)));
        server.stubFor(get(urlPathEqualTo("/auth/api/access-token"))
                .willReturn(okJson("{\"responseCode\":0,\"data\":{\"access_token\":\"" + token
                        + "\",\"expires_in\":3600,\"token_type\":\"Bearer\"}}")));
        server.stubFor(any(urlPathEqualTo("/facelink/api/face-check"))
                .withHeader("Authorization", equalTo("Bearer " + token))
                .willReturn(answer(match, ending)));
    }

    private static ResponseDefinitionBuilder answer(String match, Ending ending) {
        return switch (ending) {
            case MATCH, MATCH_AFTER_A_REFUSED_TOKEN -> okJson(match);
            case NO_MATCH -> okJson(match.replace("\"face_verified\": true", "\"face_verified\": false"));
            case DECLINED -> okJson(match.replace("ACCEPTED", "DECLINED"));
            case RETAKE -> okJson(match.replace("\"responseCode\": 0", "\"responseCode\": 8006"));
            case FAILURE -> aResponse().withStatus(500).withBody(match);
            case NONSENSE -> aResponse().withHeader("Content-Type", "text/html").withBody("<pre>" + match);
            case TOO_LONG -> okJson(match + " ".repeat(TOO_MUCH) + match);
            case CUT_OFF -> aResponse().withBody(match).withFault(Fault.MALFORMED_RESPONSE_CHUNK);
            case LATE -> okJson(match).withFixedDelay(LATE_MILLIS);
        };
    }

    @Override
    public void close() {
        server.stop();
    }
}
