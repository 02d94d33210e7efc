package org.facecheck.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisitTest {

    @Test
    void a_token_is_good_once() {
        Visit visit = Visit.NEW.with("one");

        assertThat(visit.without("one"))
                .hasValueSatisfying(rest -> assertThat(rest.without("one")).isEmpty());
    }

    @Test
    void a_token_that_was_never_issued_is_not_good() {
        assertThat(Visit.NEW.with("one").without("two")).isEmpty();
        assertThat(Visit.NEW.without("")).isEmpty();
    }

    @Test
    void two_tabs_have_a_token_each() {
        Visit visit = Visit.NEW.with("one").with("two");

        assertThat(visit.without("one"))
                .hasValueSatisfying(rest -> assertThat(rest.without("two")).isPresent());
    }

    @Test
    void the_oldest_of_many_tokens_is_dropped() {
        Visit visit = Visit.NEW;
        for (int i = 0; i <= 8; i++) {
            visit = visit.with("token" + i);
        }

        assertThat(visit.tokens()).hasSize(8);
        assertThat(visit.without("token0")).isEmpty();
        assertThat(visit.without("token1")).isPresent();
    }

    @Test
    void tokens_are_long_and_never_the_same() {
        assertThat(OneTimeToken.next()).hasSize(32).matches("[A-Za-z0-9_-]+").isNotEqualTo(OneTimeToken.next());
    }

    @Test
    void the_text_form_shows_no_token() {
        assertThat(Visit.NEW.with("s3cret")).asString().doesNotContain("s3cret");
    }
}
