package org.facecheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.facecheck.KycRecord;
import org.facecheck.fake.FakeRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    @CsvSource({"alice, bob", "alice, alice2", "alice, 'al ice'", "alice, ''", "'', ''", "' ', ' '"})
    void another_name_is_another(String principal, String value) {
        assertThat(binds(principal, record("documentNumber", value))).isFalse();
    }

    @Test
    void one_of_a_persons_documents_is_enough() {
        assertThat(binds("784-2", record("documentNumber", "784-1"), record("documentNumber", "784-2")))
                .isTrue();
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
