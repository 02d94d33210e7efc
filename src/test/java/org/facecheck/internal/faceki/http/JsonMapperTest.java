package org.facecheck.internal.faceki.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMapperTest {
    private final JsonMapper json = new JsonMapper();

    public static final class Answer {
        public @Nullable JsonValue value;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99, 100})
    void reads_a_number_of_a_hundred_digits(int digits) {
        assertThat(json.read("{\"value\":" + "7".repeat(digits) + "}", Answer.class))
                .get()
                .satisfies(answer -> assertThat(answer.value).hasToString("7".repeat(digits)));
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 1_000, 1_000_000})
    void refuses_one_of_more_whose_value_some_bindings_would_compute_for_minutes(int digits) {
        assertThat(json.read("{\"value\":" + "7".repeat(digits) + "}", Answer.class))
                .isEmpty();
    }
}
