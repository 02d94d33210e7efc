package org.facecheck.internal.faceki;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.facecheck.fake.Choices;
import org.facecheck.fake.Configs;
import org.facecheck.internal.config.ServiceConfig;
import org.facecheck.internal.config.ServiceConfig.Dialect;
import org.facecheck.internal.faceki.http.CheckFailedException;
import org.facecheck.internal.faceki.http.ClientThreads;
import org.facecheck.internal.faceki.http.HttpAnswer;
import org.facecheck.internal.faceki.http.HttpExchanges;
import org.facecheck.internal.faceki.http.JsonMapper;
import org.facecheck.internal.faceki.http.JsonScalars;
import org.facecheck.internal.faceki.http.ResponseStatus;
import org.facecheck.internal.faceki.token.AccessToken;
import org.facecheck.internal.faceki.token.TokenRequester;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the service answers to the call for a token becomes one that can be sent, or trouble that quotes nothing. */
class TokenFuzz {
    private static final String TOKEN = """
            {"responseCode":0,"status":true,"data":{"access_token":"t0k3n","expires_in":3600,"token_type":"Bearer"}}""";
    private static final Set<Integer> GOOD_CODES = Set.of(0, 200);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2030-06-30T12:00:00Z"), ZoneOffset.UTC);
    private static final JsonMapper JSON = new JsonMapper();
    private static final ServiceConfig CONFIG = Configs.service(Dialect.V2, 1);
    private static final TokenRequester CALL =
            new TokenRequester(CONFIG, new HttpExchanges(CONFIG, new ClientThreads(1), CLOCK), CLOCK);

    @MethodSource("org.facecheck.fake.Choices#seeds")
    @FuzzTest
    void an_answer_is_a_token_only_where_it_says_so_and_a_header_can_carry_it(byte[] bytes) {
        Choices data = new Choices(bytes);
        int status = data.of(List.of(200, 200, 200, 201, 204, 302, 400, 401, 429, 500, 503));
        String text = new Mutation(data).of(TOKEN);
        HttpAnswer answer = new HttpAnswer(
                "access token",
                status,
                text,
                JSON.read(text, ResponseStatus.class).orElse(null),
                Duration.ZERO);
        AccessToken token;
        try {
            token = CALL.token(answer);
        } catch (CheckFailedException ended) {
            assertThat(ended.trouble().detail())
                    .matches(
                            "access token: (HTTP \\d{3}( without [a-zA-Z ]+|, code (\\d+|unreadable)|)|not fit for a header)");
            return;
        }
        JsonObject sent = Mutation.read(text).asJsonObject();
        assertThat(status).isBetween(200, 299);
        assertThat(token.value()).matches("[!-~]+");
        assertThat(JsonScalars.text(sent.getJsonObject("data").get("access_token")))
                .contains(token.value());
        assertThat(Stream.of("responseCode", "code", "statusCode")
                        .map(sent::get)
                        .filter(JsonScalars::isPresent))
                .allMatch(code -> GOOD_CODES.contains(JsonScalars.code(code)));
        assertThat(sent.get("status")).isNotEqualTo(JsonValue.FALSE);
        assertThat(token.staleAt()).isAfter(CLOCK.instant());
    }
}
