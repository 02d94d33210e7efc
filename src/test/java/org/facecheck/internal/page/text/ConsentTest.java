package org.facecheck.internal.page.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTest {
    private static Consent in(String language, String processor) {
        return Consent.in(PageTexts.inFirst(List.of(Locale.forLanguageTag(language))), processor);
    }

    @Test
    void the_version_is_that_of_the_words() {
        Consent english = in("en", "Faceki");

        assertThat(english.text())
                .isEqualTo("I agree that Faceki compares my picture with the one I gave when I registered.");
        // printf %s "I agree that …" | sha256sum
        assertThat(english.version()).isEqualTo("en-f7e8a75250f89dbd");
    }

    @Test
    void other_words_are_another_version() {
        assertThat(in("en", "Northwind").version())
                .isNotEqualTo(in("en", "Faceki").version());
        assertThat(in("de", "Faceki").version())
                .startsWith("de-")
                .isNotEqualTo(in("en", "Faceki").version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de-AT", "pt-BR", "ar", "zh-Hant-TW"})
    void it_is_given_in_whatever_language_the_page_was(String language) {
        String version = in(language, "Faceki").version();

        assertThat(Consent.given(version, "Faceki")).contains(version);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "on",
                "true",
                "en",
                "en-0000000000000000",
                "-0000000000000000",
                "../../x-0000000000000000",
                "en-f7e8a75250f89dbd ",
                "EN_f7e8a75250f89dbd"
            })
    void nothing_else_is_consent(String sent) {
        assertThat(Consent.given(sent, "Faceki")).isEmpty();
    }

    @Test
    void consent_to_somebody_elses_comparing_is_none() {
        assertThat(Consent.given(in("en", "Northwind").version(), "Faceki")).isEmpty();
    }
}
