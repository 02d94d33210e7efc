package org.facecheck.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.FaceMatch.Hint;
import org.facecheck.fake.FakeRequest;
import org.facecheck.verdict.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private final Texts texts = Texts.of(FakeRequest.get("/app/facecheck"));

    /** All keys that anything tells news by. */
    static Collection<String> newsKeys() {
        return Stream.of(
                        Arrays.stream(Hint.values()).map(hint -> News.of(new Verdict.Retake(hint), "")),
                        Arrays.stream(Outcome.values())
                                .filter(outcome -> outcome != Outcome.RETAKE)
                                .map(outcome -> News.of(new Verdict.Refused(outcome, ""), "")),
                        Stream.of(News.busy(), News.locked(Duration.ZERO, "")),
                        Stream.of("token", "no-picture", "not-a-picture", "picture-too-small", "picture-too-large")
                                .map(key -> News.of(400, key)))
                .flatMap(news -> news)
                .map(News::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Nested
    class Of_the_news {
        @ParameterizedTest
        @MethodSource("org.facecheck.capture.TextsTest#newsKeys")
        void each_has_a_title_and_a_text(String key) {
            assertThat(texts.title(key)).isNotBlank();
            assertThat(texts.text(key, Duration.ofMinutes(3))).isNotBlank();
        }

        @ParameterizedTest
        @MethodSource("org.facecheck.capture.TextsTest#newsKeys")
        void none_loses_a_letter_on_its_way(String key) {
            assertThat(texts.text(key, Duration.ofMinutes(3)))
                    .isEqualTo(texts.bundle()
                            .getString("news." + key + ".text")
                            .replace("{0,choice,1#one minute|1<{0} minutes}", "3 minutes"));
        }

        @Test
        void none_is_there_that_nobody_tells() {
            Set<String> written = texts.bundle().keySet().stream()
                    .filter(key -> key.startsWith("news."))
                    .collect(Collectors.toSet());

            assertThat(written)
                    .containsExactlyInAnyOrderElementsOf(newsKeys().stream()
                            .flatMap(key -> Stream.of("news." + key + ".title", "news." + key + ".text"))
                            .toList());
        }
    }

    @Nested
    class Of_the_page {
        private static Set<String> usedIn(String view) throws IOException {
            try (InputStream resource =
                    TextsTest.class.getResourceAsStream("/META-INF/resources/WEB-INF/facecheck/" + view)) {
                String page = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
                return Pattern.compile("\\btext\\.(\\w+)")
                        .matcher(page)
                        .results()
                        .map(use -> use.group(1))
                        .collect(Collectors.toSet());
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"capture.jsp", "capture.xhtml"})
        void each_view_uses_them_all_and_no_other(String view) throws Exception {
            assertThat(usedIn(view))
                    .containsExactlyInAnyOrderElementsOf(texts.page().keySet());
        }

        @Test
        void all_say_something() {
            assertThat(texts.page().values())
                    .isNotEmpty()
                    .allSatisfy(text -> assertThat(text).isNotBlank());
        }

        @Test
        void the_news_are_not_among_them() {
            assertThat(texts.page().keySet()).noneMatch(key -> key.contains("."));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PT15M, 15 minutes",
        "PT14M1S, 15 minutes",
        "PT14M0.001S, 15 minutes",
        "PT1M, one minute",
        "PT1S, one minute",
        "PT0.001S, one minute"
    })
    void a_wait_is_told_in_whole_minutes_rounded_up(Duration wait, String told) {
        assertThat(texts.text("locked", wait)).contains(" " + told + " ");
    }

    @Test
    void a_language_without_texts_gets_english_wherever_the_server_stands() {
        Locale server = Locale.getDefault();
        Locale.setDefault(Locale.FRANCE);
        try {
            assertThat(Texts.of(FakeRequest.get("/app/facecheck").in(Locale.JAPAN))
                            .page())
                    .containsEntry("title", "Face check");
        } finally {
            Locale.setDefault(server);
        }
    }
}
