package org.facecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.facecheck.FaceCheckEvent.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document says reaches no log and no page as something else than text. */
class PlainTextTest {
    private static final String LONG = "x".repeat(200_000);

    private static KycRecord record(String text) {
        return new KycRecord(text, text, text, text, true, text, null, Map.of("fullName", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna Groß",
                "الاسم\u200f بالعربي",
                "क्\u200dष",
                "می\u200cخواهم",
                "𠮷野家",
                "Jean\u00a0Luc",
                "Andr\uFFFD",
                "<script>&amp;'\"%0A\\\\n"
            })
    void what_people_are_called_stays_as_it_is(String name) {
        assertThat(PlainText.of(name)).isSameAs(name);
    }

    @ParameterizedTest
    @ValueSource(chars = {0, 1, 7, 8, 0x1b, 0x7f, 0x80, 0x9f, '\u202a', '\u202b', '\u202c', '\u202d', '\u202e'})
    void a_control_character_or_an_override_of_direction_is_marked(char character) {
        assertThat(PlainText.of("AN" + character + "NA")).isEqualTo("AN\uFFFDNA");
    }

    @ParameterizedTest
    @ValueSource(chars = {'\u2066', '\u2067', '\u2068', '\u2069', '\ud800', '\udc00'})
    void an_isolate_or_half_a_pair_is_marked(char character) {
        assertThat(PlainText.of("AN" + character + "NA")).isEqualTo("AN\uFFFDNA");
    }

    @ParameterizedTest
    @ValueSource(chars = {'\t', '\n', 0x0b, '\f', '\r', 0x85, '\u2028', '\u2029'})
    void a_line_break_or_tab_is_a_space(char character) {
        assertThat(PlainText.of("ANNA" + character + "GROSS")).isEqualTo("ANNA GROSS");
    }

    @Test
    void a_text_is_cut_after_a_thousand_characters_and_says_so() {
        assertThat(PlainText.of("x".repeat(1_000))).hasSize(1_000).doesNotContain("\uFFFD");
        assertThat(PlainText.of("x".repeat(1_001))).isEqualTo("x".repeat(1_000) + "\uFFFD");
        assertThat(PlainText.of("𠮷".repeat(1_000))).isEqualTo("𠮷".repeat(1_000));
        assertThat(PlainText.of("𠮷".repeat(1_001))).isEqualTo("𠮷".repeat(1_000) + "\uFFFD");
    }

    @Test
    void all_texts_of_a_record_are_made_fit() {
        KycRecord record = record("a\u202e\nb");

        assertThat(record).isEqualTo(record("a\uFFFD b"));
        assertThat(record.field("fullName")).contains("a\uFFFD b");
        assertThat(record.toString()).doesNotContain("\n", "\u202e");
        assertThat(record(LONG).recordId()).hasSize(1_001);
    }

    @Test
    void a_field_with_a_name_that_none_has_is_left_out() {
        KycRecord record = new KycRecord(
                null, null, null, null, null, null, null, Map.of("full\nName", "A", LONG, "B", "dob", "C"));

        assertThat(record.fields()).containsExactly(Map.entry("dob", "C"));
    }

    @Test
    void so_are_those_of_an_identity_and_of_an_event() {
        KycIdentity identity = new KycIdentity("1\u00002", Map.of("fullName", "ANNA\u0007\r\n" + LONG));

        assertThat(identity.recordId()).contains("1\uFFFD2");
        assertThat(identity.fullName().orElseThrow())
                .startsWith("ANNA\uFFFD  x")
                .hasSize(1_001);
        assertThat(FaceCheckEvent.builder(Outcome.TROUBLE, "ABCD2345", Instant.EPOCH)
                        .detail("a\nface check reference=FAKE2345 outcome=PASSED")
                        .build()
                        .detail())
                .isEqualTo("a face check reference=FAKE2345 outcome=PASSED");
    }
}
