package org.facecheck.internal.faceki;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.facecheck.fake.Choices;
import org.facecheck.internal.faceki.http.CheckFailedException;
import org.facecheck.internal.faceki.http.HttpAnswer;
import org.facecheck.internal.faceki.http.JsonMapper;
import org.facecheck.internal.faceki.http.JsonScalars;
import org.facecheck.internal.faceki.http.ResponseStatus;
import org.facecheck.internal.faceki.token.AccessToken;
import org.facecheck.internal.faceki.token.TokenReader;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the service answers to the call for a token becomes one that can be sent, or trouble that quotes nothing. */
class TokenFuzz {
    private static final String TOKEN = """
            {"responseCode":0,"status":true,"data":{"access_token":"t0k3n","expires_in":3600,"token_type":"Bearer"}}""";
    private static final Set<Integer> GOOD_CODES = Set.of(0, 200);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2030-06-30T12:00:00Z"), ZoneOffset.UTC);
    private static final JsonMapper JSON = new JsonMapper();
    private static final TokenReader READER = new TokenReader(JSON, CLOCK);

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
                null);
        AccessToken token;
        try {
            token = READER.read(answer);
        } catch (CheckFailedException ended) {
            assertThat(ended.trouble().detail())
                    .matches(
                            "access token: (HTTP \\d{3}( without [a-zA-Z ]+|, code (\\d+|unreadable)|)(, client id or secret refused)?|not fit for a header)");
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
                .allMatch(code ->
                        JsonScalars.number(code).filter(GOOD_CODES::contains).isPresent());
        assertThat(sent.get("status")).isNotEqualTo(JsonValue.FALSE);
        assertThat(token.staleAt()).isAfter(CLOCK.instant());
    }
}
