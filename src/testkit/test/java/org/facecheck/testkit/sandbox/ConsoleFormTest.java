package org.facecheck.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleFormTest {

    @Test
    void an_answer_alone_is_for_one_call_and_at_once() {
        ConsoleForm form = read(Map.of("answer", "two-faces"));

        assertThat(form.problems()).isEmpty();
        assertThat(form.order()).contains(new Order<>(CheckBehaviour.TWO_FACES, 1, Duration.ZERO));
        assertThat(form.tokenLifetime()).isEmpty();
    }

    @Test
    void everything_can_be_set_at_once() {
        ConsoleForm form =
                read(Map.of("answer", "token-missing", "times", "0", "delay", "60000", "tokenLifetime", "86400"));

        assertThat(form.problems()).isEmpty();
        assertThat(form.order()).contains(new Order<>(TokenBehaviour.TOKEN_MISSING, 0, Duration.ofMinutes(1)));
        assertThat(form.tokenLifetime()).contains(Duration.ofDays(1));
    }

    @Test
    void slow_without_a_delay_is_three_seconds_late() {
        assertThat(read(Map.of("answer", "slow", "delay", "0"))
                        .order()
                        .orElseThrow()
                        .delay())
                .isEqualTo(Duration.ofSeconds(3));
        assertThat(read(Map.of("answer", "slow", "delay", "7"))
                        .order()
                        .orElseThrow()
                        .delay())
                .isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void blank_fields_count_as_not_sent() {
        ConsoleForm form = read(Map.of("answer", "real", "times", " ", "delay", "", "tokenLifetime", ""));

        assertThat(form.problems()).isEmpty();
        assertThat(form.tokenLifetime()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "answer, nonsense, answer: must be one of real",
        "times, -1, times: must be a whole number from 0 to 1000000.",
        "times, 1.5, times: must be a whole number",
        "delay, 60001, delay: must be milliseconds from 0 to 60000.",
        "tokenLifetime, 0, tokenLifetime: must be seconds from 1 to 86400.",
        "tokenLifetime, 99999999999, tokenLifetime: must be seconds"
    })
    void what_is_wrong_is_said(String name, String value, String problem) {
        Map<String, String> parameters =
                name.equals("answer") ? Map.of(name, value) : Map.of("answer", "real", name, value);

        assertThat(read(parameters).problems()).singleElement().asString().startsWith(problem);
    }

    @Test
    void times_and_delay_say_nothing_alone() {
        assertThat(read(Map.of("times", "2")).problems()).hasSize(1);
        assertThat(read(Map.of()).problems()).singleElement().asString().startsWith("Nothing to set");
    }

    @Test
    void every_behaviour_is_known_by_its_value_and_has_a_label_of_its_own() {
        assertThat(Behaviour.all()).allSatisfy(behaviour -> {
            assertThat(behaviour.value()).matches("[a-z]+(-[a-z]+)*");
            assertThat(Behaviour.of(behaviour.value())).contains(behaviour);
        });
        assertThat(Behaviour.all()).extracting(Behaviour::label).doesNotHaveDuplicates();
    }

    private static ConsoleForm read(Map<String, String> parameters) {
        return ConsoleForm.read(parameters::get);
    }
}
