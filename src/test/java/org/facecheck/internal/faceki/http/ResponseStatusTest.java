package org.facecheck.internal.faceki.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseStatusTest {
    private static ResponseStatus read(String text) {
        return new JsonMapper().read(text, ResponseStatus.class).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"responseCode\":0}                          | 0",
                "{\"code\":\"200\"}                            | 200",
                "{\"responseCode\":0,\"statusCode\":\"1000\"}  | 1000",
                "{\"responseCode\":\"none\",\"code\":200}      | unreadable",
                "{\"responseCode\":null,\"code\":8006}         | 8006",
                "{\"code\":-1}                                 | unreadable"
            })
    void the_code_that_counts_is_the_first_that_reports_no_success(String text, String code) {
        assertThat(read(text).decisive()).map(ResponseCode::toString).contains(code);
    }

    @Test
    void no_code_is_not_an_unreadable_one() {
        assertThat(read("{\"code\":null}").decisive()).isEmpty();
        assertThat(read("{\"code\":[]}").decisive()).contains(new ResponseCode(null));
    }
}
