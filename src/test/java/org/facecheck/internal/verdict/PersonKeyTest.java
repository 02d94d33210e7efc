package org.facecheck.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.facecheck.KycRecord;
import org.facecheck.fake.Records;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonKeyTest {
    private final Records card = Records.of("card", "FIRST LAST");
    private final Records passport = Records.of("passport", "FIRST LAST");

    private static PersonKey person(Records record) {
        return PersonKey.of(record.build());
    }

    private static Records nameless(Records record) {
        return record.field("fullName", null);
    }

    private static Records withoutDocument(Records record) {
        return nameless(record).field("documentNumber", null);
    }

    @Nested
    class By_name_and_birth {
        @Test
        void a_card_and_a_passport_are_one_person() {
            assertThat(person(card)).isEqualTo(person(passport));
        }

        @ParameterizedTest
        @CsvSource({"first last", "'  FIRST   LAST '", "FIRST\u00a0LAST", "\uff26\uff29\uff32\uff33\uff34 LAST"})
        void case_spacing_and_width_of_letters_make_no_difference(String spelling) {
            assertThat(person(passport.field("fullName", spelling))).isEqualTo(person(card));
        }

        @ParameterizedTest
        @CsvFileSource(resources = "/names-of-one-person.csv")
        void a_name_in_capitals_is_the_same_name(String one, String other) {
            assertThat(person(passport.field("fullName", one))).isEqualTo(person(card.field("fullName", other)));
        }

        @Test
        void where_the_name_ends_makes_a_difference() {
            assertThat(person(card.field("fullName", "A|B").field("dob", "C")))
                    .isNotEqualTo(person(card.field("fullName", "A").field("dob", "B|C")));
        }

        @Test
        void another_name_is_another_person() {
            assertThat(person(card.field("fullName", "FIRST LASTLY"))).isNotEqualTo(person(card));
            assertThat(person(card.field("fullName", "FIRSTLAST"))).isNotEqualTo(person(card));
        }

        @Test
        void another_day_of_birth_is_another_person() {
            assertThat(person(card.field("dob", "1980-02-04"))).isNotEqualTo(person(card));
        }
    }

    @Nested
    class Without_name_or_birth {
        @Test
        void the_document_tells_who_it_is() {
            assertThat(person(nameless(card))).isEqualTo(person(nameless(Records.of("card", "SOMEBODY ELSE"))));
            assertThat(person(nameless(card))).isNotEqualTo(person(nameless(passport)));
            assertThat(person(card.field("dob", null))).isNotEqualTo(person(passport.field("dob", null)));
        }

        @Test
        void one_number_of_two_issuers_is_two_persons() {
            assertThat(person(nameless(card).field("issuerOrg_iso3", "DEU"))).isNotEqualTo(person(nameless(card)));
        }

        @Test
        void and_without_a_document_the_record_stands_for_itself() {
            assertThat(person(withoutDocument(card))).isEqualTo(person(withoutDocument(card)));
            assertThat(person(withoutDocument(card))).isNotEqualTo(person(withoutDocument(passport)));
        }

        @Test
        void and_without_anything_two_records_are_two_persons() {
            KycRecord one = withoutDocument(Records.of(null, "")).build();
            KycRecord other = withoutDocument(Records.of(null, "")).build();

            assertThat(PersonKey.of(one)).isEqualTo(PersonKey.of(one)).isNotEqualTo(PersonKey.of(other));
        }

        @Test
        void and_an_id_that_looks_like_something_else_stays_an_id() {
            assertThat(person(withoutDocument(Records.of("first last|1980-02-03", ""))))
                    .isNotEqualTo(person(card));
            assertThat(person(
                            nameless(card).field("documentNumber", "first last").field("issuerOrg_iso3", "1980-02-03")))
                    .isNotEqualTo(person(card));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u3000", "\u2007 \u202f"})
    void what_is_blank_in_any_writing_is_blank(String blank) {
        assertThat(person(card.field("fullName", blank).field("dob", blank)))
                .isNotEqualTo(person(passport.field("fullName", blank).field("dob", blank)));
        assertThat(person(nameless(card).field("documentNumber", blank).field("issuerOrg_iso3", blank)))
                .isNotEqualTo(
                        person(nameless(passport).field("documentNumber", blank).field("issuerOrg_iso3", blank)));
        assertThat(person(withoutDocument(Records.of(blank, ""))))
                .isNotEqualTo(person(withoutDocument(Records.of(blank, ""))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FIRST\u0001LAST", "FIRST\u202eLAST", "FIRST\uFFFDLAST"})
    void what_is_not_whole_tells_nobody_from_anybody(String marked) {
        assertThat(person(card.field("fullName", marked))).isNotEqualTo(person(passport.field("fullName", marked)));
        assertThat(person(withoutDocument(Records.of(marked, ""))))
                .isNotEqualTo(person(withoutDocument(Records.of(marked, ""))));
    }

    @Test
    void nor_does_a_name_that_goes_on_where_it_was_cut() {
        String name = "x".repeat(1_000);

        assertThat(person(card.field("fullName", name + "ANNA")))
                .isNotEqualTo(person(passport.field("fullName", name + "BERT")));
    }

    @Test
    void what_is_blank_tells_nobody_from_anybody() {
        assertThat(person(card.field("fullName", " ").field("dob", "")))
                .isNotEqualTo(person(passport.field("fullName", " ").field("dob", "")));
        assertThat(person(nameless(card).field("documentNumber", "").field("issuerOrg_iso3", "")))
                .isNotEqualTo(
                        person(nameless(passport).field("documentNumber", "").field("issuerOrg_iso3", "")));
        assertThat(person(withoutDocument(Records.of("", ""))))
                .isNotEqualTo(person(withoutDocument(Records.of("", ""))));
    }

    @Test
    void the_text_form_names_nobody() {
        assertThat(person(card)).hasToString("Person");
    }
}
