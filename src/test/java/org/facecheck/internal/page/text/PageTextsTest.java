package org.facecheck.internal.page.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.FaceMatch.Hint;
import org.facecheck.fake.FakeRequest;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.facecheck.internal.verdict.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTextsTest {
    /** A language without texts. */
    private static final Locale FINNISH = Locale.forLanguageTag("fi");

    private final PageTexts texts = asked(Locale.ENGLISH);

    private static PageTexts asked(Locale... languages) {
        return PageTexts.of(FakeRequest.get("/app/facecheck").in(List.of(languages)), null);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "'',,en",
                "1,,en",
                "*,,en",
                "und,,en",
                "q=1,,en",
                "en,12345,en",
                "de,!,de",
                "fr,<b>,fr",
                "fr,CA,fr-CA"
            },
            nullValues = "none")
    void nonsense_in_place_of_a_language_is_no_language_of_the_page(String language, String region, String tag) {
        PageTexts chosen = asked(new Locale(language, region == null ? "" : region));

        assertThat(chosen.tag()).isEqualTo(tag);
        assertThat(chosen.page("title"))
                .isEqualTo(asked(Locale.forLanguageTag(tag)).page("title"));
    }

    @Test
    void a_language_behind_nonsense_is_taken() {
        assertThat(asked(Locale.ROOT, new Locale("0"), Locale.GERMAN).tag()).isEqualTo("de");
    }

    private static PageMessage waiting(String key, Duration wait) {
        return new PageMessage(503, key, null, wait, null);
    }

    /** Without script nothing is encoded anew, so the person has to. */
    @ParameterizedTest
    @ValueSource(
            strings = {"en", "de", "fr", "es", "pt", "zh", "ar", "hi", "nl", "it", "pl", "tr", "ja", "ko", "uk", "ur"})
    void the_refusal_of_another_format_says_how_to_save_it_as_JPEG(String language) {
        PageTexts asked = asked(Locale.forLanguageTag(language));

        assertThat(asked.text(PageMessage.of(Fault.OTHER_FORMAT)))
                .contains("HEIC", "WebP")
                .containsPattern("JPEG.*JPEG");
    }

    /** They are read by people who have no camera there, or no script that could start it. */
    @ParameterizedTest
    @ValueSource(
            strings = {"en", "de", "fr", "es", "pt", "zh", "ar", "hi", "nl", "it", "pl", "tr", "ja", "ko", "uk", "ur"})
    void what_is_read_without_a_camera_does_not_speak_of_one(String language) {
        Pattern camera = Pattern.compile(
                "(?iu)camera|kamer|c[aá]mara|c[aâ]mera|cam[ée]ra|камер|कैमर|摄像|カメラ|카메라|كاميرا|کیمر|lens|linse|lente");
        PageTexts asked = asked(Locale.forLanguageTag(language));

        assertThat(asked.page("orCamera")).containsPattern(camera);
        assertThat(asked.page("intro")).doesNotContainPattern(camera);
        assertThat(Stream.of(
                                Arrays.stream(Fault.values()).map(PageMessage::of),
                                Arrays.stream(Hint.values()).map(PageMessage::retake),
                                Stream.of(PageMessage.noPicture(), PageMessage.noConsent()))
                        .flatMap(messages -> messages))
                .allSatisfy(message -> assertThat(asked.text(message)).doesNotContainPattern(camera));
    }

    /** Who has chosen a file can't hold still for it. */
    @ParameterizedTest
    @ValueSource(
            strings = {"en", "de", "fr", "es", "pt", "zh", "ar", "hi", "nl", "it", "pl", "tr", "ja", "ko", "uk", "ur"})
    void a_hint_about_a_file_has_words_of_its_own(String language) {
        PageTexts asked = asked(Locale.forLanguageTag(language));

        assertThat(Arrays.stream(Hint.values()).map(PageMessage::retake)).allSatisfy(hint -> {
            assertThat(asked.text(hint)).isNotEqualTo(asked.text(hint.ofCamera()));
            assertThat(asked.title(hint)).isEqualTo(asked.title(hint.ofCamera()));
        });
        assertThat(Arrays.stream(Hint.values()).map(PageMessage::retake).map(asked::text))
                .doesNotHaveDuplicates();
    }

    /** All keys that anything tells news by. */
    static Collection<String> newsKeys() {
        return Stream.of(
                        Arrays.stream(Hint.values()).map(hint -> PageMessage.of(new Verdict.Retake(hint), "")),
                        Arrays.stream(Outcome.values())
                                .filter(outcome -> outcome != Outcome.RETAKE)
                                .map(outcome -> PageMessage.of(new Verdict.Refused(outcome), "")),
                        Stream.of(PageMessage.busy(), PageMessage.locked(Duration.ZERO)),
                        Arrays.stream(Fault.values()).map(PageMessage::of),
                        Stream.of(
                                PageMessage.tokenUsed(),
                                PageMessage.noPicture(),
                                PageMessage.noConsent(),
                                PageMessage.lengthRequired()))
                .flatMap(news -> news)
                .map(PageMessage::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(String pattern, String... resources) throws IOException {
        Set<String> found = new TreeSet<>();
        for (String name : resources) {
            try (InputStream resource =
                    PageTextsTest.class.getResourceAsStream("/org/facecheck/internal/page/" + name)) {
                String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
                Pattern.compile(pattern).matcher(text).results().forEach(use -> found.add(use.group(1)));
            }
        }
        return found;
    }

    @Nested
    class Of_the_news {
        @ParameterizedTest
        @MethodSource("org.facecheck.internal.page.text.PageTextsTest#newsKeys")
        void each_has_a_title_and_a_text(String key) {
            assertThat(MessageBundles.ENGLISH).containsKeys("news." + key + ".title", "news." + key + ".text");
        }

        @Test
        void none_is_there_that_nobody_tells() {
            assertThat(MessageBundles.ENGLISH.keySet().stream().filter(key -> key.startsWith("news.")))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(
                                    Stream.of("news.left"),
                                    newsKeys().stream()
                                            .flatMap(key ->
                                                    Stream.of("news." + key + ".title", "news." + key + ".text")),
                                    Arrays.stream(Hint.values())
                                            .map(hint -> "news."
                                                    + PageMessage.retake(hint).key() + ".file"))
                            .flatMap(keys -> keys)
                            .toList());
        }
    }

    @Nested
    class Of_the_page {
        @Test
        void the_script_and_the_detector_say_all_that_are_for_them() throws Exception {
            Set<String> said = found("['`](\\w+)(?:\\$|')", "capture.js");
            String detector = Files.readString(Path.of("src/detector/resources/org/facecheck/detector/detector.js"));
            Pattern.compile("'(\\w+)'").matcher(detector).results().forEach(use -> said.add(use.group(1)));

            assertThat(texts.camera().lines().map(line -> line.substring(0, line.indexOf('='))))
                    .isNotEmpty()
                    .allSatisfy(key -> assertThat(said).contains(key.replaceAll("denied(?!BySystem).*", "denied")));
        }

        @Test
        void the_script_knows_how_to_allow_the_camera_in_each_browser() throws Exception {
            assertThat(found("return (?:/Safari/\\.test\\(name\\) \\? )?'([A-Z]\\w+)'", "capture.js"))
                    .isSubsetOf("Apple", "Firefox", "Chrome", "Safari")
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(texts.byKey()).containsKey("camera.denied" + name));
        }
    }

    @Nested
    class In_each_language {
        private static final Pattern LETTERS_OF_A_MIXED_UP_CHARSET = Pattern.compile("[ÃÂ\uFFFD]|\\\\u");

        private Map<String, String> of(String language) {
            return MessageBundles.of(Locale.forLanguageTag(language));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"ar", "fr", "de", "es", "pt", "hi", "zh", "nl", "it", "pl", "tr", "ja", "ko", "uk", "ur"})
        void are_the_same_as_in_english(String language) {
            assertThat(of(language).keySet()).isEqualTo(MessageBundles.ENGLISH.keySet());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"ar", "fr", "de", "es", "pt", "hi", "zh", "nl", "it", "pl", "tr", "ja", "ko", "uk", "ur"})
        void all_say_something_of_their_own(String language) {
            Map<String, String> translated = of(language);

            assertThat(translated).allSatisfy((key, text) -> {
                assertThat(text).isNotBlank().doesNotContainPattern(LETTERS_OF_A_MIXED_UP_CHARSET);
                if (key.length() > "page.which".length()) {
                    assertThat(text).as(key).isNotEqualTo(MessageBundles.ENGLISH.get(key));
                }
            });
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "en", "ar", "fr", "de", "es", "pt", "hi", "zh", "nl", "it", "pl", "tr", "ja", "ko", "uk", "ur"
                })
        void none_loses_a_letter_or_a_number_on_its_way(String language) {
            PageTexts translated = asked(Locale.forLanguageTag(language));

            assertThat(newsKeys()).allSatisfy(key -> {
                String text = translated.byKey().get("news." + key + ".text");
                String ofFile = translated.byKey().getOrDefault("news." + key + ".file", text);
                if (!text.contains("{")) {
                    PageMessage message = waiting(key, Duration.ofMinutes(3));
                    assertThat(translated.text(message)).isEqualTo(ofFile);
                    assertThat(translated.text(message.ofCamera())).isEqualTo(text);
                }
            });
            assertThat(translated.text(waiting("locked", Duration.ofMinutes(7))))
                    .contains("7")
                    .doesNotContain("{");
            assertThat(translated
                            .attemptsLeft(PageMessage.busy().withAttemptsLeft(4, null))
                            .orElseThrow())
                    .contains("4")
                    .doesNotContain("{");
            assertThat(translated
                            .attemptsLeft(PageMessage.busy().withAttemptsLeft(0, null))
                            .orElseThrow())
                    .isNotBlank()
                    .doesNotContain("{");
            assertThat(translated.camera().lines().filter(line -> line.contains("{0}")))
                    .hasSize(2);
        }

        /** Such as the narrow space before a French mark, without which it may stand at the head of a line. */
        @ParameterizedTest
        @CsvSource(
                delimiter = '\t',
                quoteCharacter = '`',
                value = {
                    "fr\t' [:;?!»]|« |[^\u202f][;?!]'",
                    "es\t'^[^¿]*\\?|^[^¡]*!'",
                    "ar\t'[,;?]'",
                    "ur\t'[,;?.]'",
                    "hi\t'[.]'",
                    "zh\t'[,;?!.]'",
                    "ja\t'[,;?!.]'",
                    "de\t'[«»”]'",
                    "en\t'[«»„\"]'"
                })
        void marks_are_the_languages_own(String language, String foreign) {
            Pattern marks = Pattern.compile(foreign.substring(1, foreign.length() - 1));

            assertThat((language.equals("en") ? MessageBundles.ENGLISH : of(language)).values())
                    .allSatisfy(text -> assertThat(text.replaceAll("\\{0,choice,|,(?=choice)", "{0 "))
                            .doesNotContainPattern(marks));
        }

        @Test
        void arabic_and_urdu_are_written_from_right_to_left() {
            assertThat(asked(Locale.forLanguageTag("ar-EG")).direction()).isEqualTo("rtl");
            assertThat(asked(Locale.forLanguageTag("ur-PK")).direction()).isEqualTo("rtl");
            assertThat(asked(Locale.forLanguageTag("hi")).direction()).isEqualTo("ltr");
        }
    }

    @Nested
    class The_language {
        @Test
        void is_the_first_of_those_the_browser_asks_for_that_there_is() {
            assertThat(asked(FINNISH, Locale.forLanguageTag("pt-BR"), Locale.FRENCH)
                            .language())
                    .isEqualTo(Locale.forLanguageTag("pt-BR"));
        }

        @Test
        void is_english_before_another_that_is_asked_for_later() {
            assertThat(asked(FINNISH, Locale.UK, Locale.FRENCH).page()).containsEntry("title", "Face check");
        }

        @Test
        void is_that_of_the_configuration_whatever_the_browser_asks_for() {
            FakeRequest german = FakeRequest.get("/app/facecheck").in(Locale.GERMAN);

            assertThat(PageTexts.of(german, Locale.FRENCH).language()).isEqualTo(Locale.FRENCH);
        }

        @Test
        void is_english_for_a_browser_that_asks_for_none_wherever_the_server_stands() {
            Locale server = Locale.getDefault();
            Locale.setDefault(Locale.FRANCE);
            try {
                assertThat(asked(FINNISH).page()).containsEntry("title", "Face check");
                assertThat(PageTexts.of(FakeRequest.get("/app/facecheck"), null).language())
                        .isEqualTo(Locale.ENGLISH);
            } finally {
                Locale.setDefault(server);
            }
        }
    }

    @Nested
    class Of_the_application {
        @Test
        void come_before_the_jars() {
            assertThat(asked(Locale.forLanguageTag("nl")).page())
                    .containsEntry("title", "Gezichtsherkenning van ons")
                    .containsEntry("start", "Camera starten");
        }

        @Test
        void add_a_language() {
            assertThat(asked(Locale.forLanguageTag("sv-FI")).language()).isEqualTo(Locale.forLanguageTag("sv-FI"));
            assertThat(asked(Locale.forLanguageTag("sv-FI")).page())
                    .containsEntry("title", "Ansiktskontroll")
                    .containsEntry("start", "Start the camera");
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
        assertThat(texts.text(waiting("locked", wait))).contains(" " + told + " ");
    }
}
