package org.facecheck.internal.caller;

import static org.assertj.core.api.Assertions.assertThat;

import org.facecheck.fake.FakeRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitiatorTest {

    @ParameterizedTest
    @CsvSource({
        "same-origin, SELF",
        "none, SELF",
        "same-site, OTHER_SITE",
        "cross-site, OTHER_SITE",
        "anything-else, OTHER_SITE"
    })
    void the_browser_says_who_made_it_ask(String site, Initiator initiator) {
        assertThat(Initiator.of(FakeRequest.form("/app/x", "a=1").header("Sec-Fetch-Site", site)))
                .isEqualTo(initiator);
    }

    @ParameterizedTest
    @CsvSource({
        "http://app.example, app.example, SELF",
        "https://app.example, app.example, SELF",
        "http://APP.example:8080, app.example:8080, SELF",
        "http://app.example, app.example:8080, OTHER_SITE",
        "http://evil.example, app.example, OTHER_SITE",
        "http://app.example.evil.example, app.example, OTHER_SITE",
        "http://app.example@evil.example, app.example, OTHER_SITE",
        "null, app.example, OTHER_SITE",
        "'', app.example, OTHER_SITE",
        "not a URL, app.example, OTHER_SITE"
    })
    void else_the_origin_does(String origin, String host, Initiator initiator) {
        assertThat(Initiator.of(FakeRequest.form("/app/x", "a=1")
                        .header("Origin", origin)
                        .header("Host", host)))
                .isEqualTo(initiator);
    }

    @Test
    void an_origin_without_a_host_to_compare_it_with_is_another_one() {
        assertThat(Initiator.of(FakeRequest.form("/app/x", "a=1").header("Origin", "http://app.example")))
                .isEqualTo(Initiator.OTHER_SITE);
    }

    @Test
    void where_nothing_is_known_it_is_the_person() {
        assertThat(Initiator.of(FakeRequest.navigation("/app/x"))).isEqualTo(Initiator.SELF);
    }
}
