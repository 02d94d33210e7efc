package org.facecheck.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnrolmentFormTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Map<String, String> GOOD = Map.of(
            "firstName", "Zoë",
            "lastName", "O’Neill-Brontë",
            "localName", "زوي",
            "dateOfBirth", "1990-02-28",
            "nationality", "irl",
            "documentNumber", "ab-12345",
            "expiry", "2026-03-01");

    @Test
    void good_data_becomes_a_document() {
        EnrolmentForm form = new EnrolmentForm(GOOD, TODAY);

        assertThat(form.problems()).isEmpty();
        assertThat(form.document())
                .isEqualTo(new Document(
                        "Zoë",
                        "O’Neill-Brontë",
                        "زوي",
                        "",
                        LocalDate.of(1990, 2, 28),
                        new Country("IRL", "IE", "Ireland"),
                        "AB-12345",
                        TODAY));
    }

    @Test
    void without_a_local_name_the_name_itself_is_taken() {
        EnrolmentForm form = with("localName", "");

        assertThat(form.problems()).isEmpty();
        assertThat(form.document().localName()).isEqualTo("Zoë O’Neill-Brontë");
    }

    @ParameterizedTest
    @CsvSource({"firstName, 伟", "lastName, von der Mühlen", "localName, Ἀριστοτέλης", "nationality, BHR"})
    void many_things_are_right(String field, String text) {
        assertThat(with(field, text).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "firstName, ''",
        "firstName, <b>",
        "lastName, 007",
        "localName, -",
        "dateOfBirth, ''",
        "dateOfBirth, 1990-02-30",
        "dateOfBirth, 28.2.1990",
        "dateOfBirth, 2026-03-02",
        "dateOfBirth, 1850-01-01",
        "nationality, ''",
        "nationality, XXX",
        "nationality, DE",
        "documentNumber, ab1",
        "documentNumber, a b c d",
        "expiry, ''",
        "expiry, 2026-02-28",
        "expiry, +99999-01-01"
    })
    void what_is_wrong_is_said_of_its_field(String field, String text) {
        assertThat(with(field, text).problems()).containsOnlyKeys(field);
    }

    @Test
    void an_empty_form_lacks_all_but_the_local_name() {
        assertThat(new EnrolmentForm(Map.of(), TODAY).problems())
                .containsOnlyKeys("firstName", "lastName", "dateOfBirth", "nationality", "documentNumber", "expiry");
    }

    private static EnrolmentForm with(String field, String text) {
        Map<String, String> typed = new HashMap<>(GOOD);
        typed.put(field, text);
        return new EnrolmentForm(typed, TODAY);
    }
}
