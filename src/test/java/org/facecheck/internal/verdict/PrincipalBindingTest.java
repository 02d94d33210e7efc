package org.facecheck.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.facecheck.KycRecord;
import org.facecheck.fake.FakeRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class PrincipalBindingTest {
    private final PrincipalBinding binding = new PrincipalBinding("documentNumber");

    private static KycRecord record(String field, String value) {
        return new KycRecord("1", "f", "ACCEPTED", null, true, "accept", null, Map.of(field, value));
    }

    private boolean binds(String principal, KycRecord... records) {
        return binding.binds(List.of(records), null, FakeRequest.get("/app/x").as(principal));
    }

    @ParameterizedTest
    @CsvSource({"784-1, 784-1", "alice, ALICE", "'Jane  Doe', ' jane doe '", "ＡＬＩＣＥ, alice", "straße, STRASSE"})
    void the_same_name_is_the_same_however_it_is_written(String principal, String value) {
        assertThat(binds(principal, record("documentNumber", value))).isTrue();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/names-of-one-person.csv")
    void a_name_in_capitals_is_the_same_name(String principal, String value) {
        assertThat(binds(principal, record("documentNumber", value))).isTrue();
        assertThat(binds(value, record("documentNumber", principal))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"alice, bob", "alice, alice2", "alice, 'al ice'", "alice, ''", "'', ''", "' ', ' '"})
    void another_name_is_another(String principal, String value) {
        assertThat(binds(principal, record("documentNumber", value))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"784-1, true", "784-2, true", "784-3, false"})
    void one_of_several_values_of_an_attribute_is_enough(String value, boolean bound) {
        PrincipalBinding byAttribute =
                new PrincipalBinding("documentNumber", request -> Stream.of("784-1", "784-2", ""));

        assertThat(byAttribute.binds(
                        List.of(record("documentNumber", value), record("documentNumber", "")),
                        null,
                        FakeRequest.get("/app/x")))
                .isEqualTo(bound);
    }

    @Test
    void a_missing_attribute_binds_nobody() {
        assertThat(new PrincipalBinding("documentNumber", request -> Stream.empty())
                        .binds(List.of(record("documentNumber", "784-1")), null, FakeRequest.get("/app/x")))
                .isFalse();
    }

    @Test
    void one_of_a_persons_documents_is_enough() {
        assertThat(binds("784-2", record("documentNumber", "784-1"), record("documentNumber", "784-2")))
                .isTrue();
    }

    @Test
    void a_field_that_is_not_whole_binds_nobody() {
        assertThat(binds("alice\uFFFD", record("documentNumber", "alice\u0007")))
                .isFalse();
    }

    @Test
    void a_record_without_the_field_binds_nobody() {
        assertThat(binds("alice", record("fullName", "alice"))).isFalse();
    }

    @Test
    void nobody_is_bound_who_is_not_logged_in() {
        assertThat(binds(null, record("documentNumber", "784-1"))).isFalse();
    }
}
