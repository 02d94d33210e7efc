package org.facecheck.internal.faceki;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.facecheck.internal.faceki.http.HttpAnswer;
import org.facecheck.internal.faceki.token.AccessToken;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckAttemptTest {
    private static final AccessToken TOKEN = new AccessToken("t0ken", Instant.EPOCH, Instant.EPOCH);

    @ParameterizedTest
    @CsvSource({"1, true, true", "2, true, false", "1, false, false", "2, false, false"})
    void a_check_is_repeated_once_and_only_where_its_token_was_refused(int number, boolean refused, boolean repeated) {
        HttpAnswer answer = new HttpAnswer("face check", refused ? 401 : 500, null, null, null);

        assertThat(new CheckAttempt(number, TOKEN, answer, refused).isToBeRepeated())
                .isEqualTo(repeated);
    }
}
