package org.facecheck.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.facecheck.KycIdentity;
import org.facecheck.KycRecord;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.Records;
import org.junit.jupiter.api.Test;

class FirstUseBindingTest {
    private static final KycRecord CARD = Records.of("card", "FIRST LAST").build();
    private static final KycRecord PASSPORT =
            Records.of("passport", "FIRST LAST").build();
    private static final KycRecord NO_ID = Records.of(null, "FIRST LAST").build();
    private static final KycRecord BLANK_ID = Records.of("", "FIRST LAST").build();

    private static boolean binds(KycIdentity earlier, KycRecord... records) {
        return new FirstUseBinding().binds(List.of(records), earlier, FakeRequest.get("/app/facecheck"));
    }

    private static KycIdentity earlier(String recordId) {
        return new KycIdentity(recordId, Map.of());
    }

    @Test
    void the_first_in_a_session_may_be_anybody() {
        assertThat(binds(null, CARD)).isTrue();
        assertThat(binds(null, NO_ID)).isTrue();
    }

    @Test
    void later_it_has_to_be_the_same_person() {
        assertThat(binds(earlier("card"), CARD)).isTrue();
        assertThat(binds(earlier("card"), PASSPORT)).isFalse();
        assertThat(binds(earlier("card"), NO_ID)).isFalse();
    }

    @Test
    void any_of_a_persons_records_will_do() {
        assertThat(binds(earlier("card"), PASSPORT, CARD)).isTrue();
    }

    @Test
    void who_had_an_id_that_is_not_whole_is_not_known_again() {
        assertThat(binds(
                        earlier("id\u0001"),
                        Records.of("id\u0002", "FIRST LAST").build()))
                .isFalse();
    }

    @Test
    void who_had_no_id_is_not_known_again() {
        assertThat(binds(earlier(""), CARD)).isFalse();
        assertThat(binds(earlier(""), NO_ID)).isFalse();
        assertThat(binds(earlier(""), BLANK_ID)).isFalse();
    }
}
