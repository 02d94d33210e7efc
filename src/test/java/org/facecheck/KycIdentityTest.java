package org.facecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KycIdentityTest {
    private final KycIdentity identity = new KycIdentity("card", Map.of("fullName", "FIRST LAST"));

    @Test
    void has_an_id_where_the_service_gave_one() {
        assertThat(identity.recordId()).contains("card");
        assertThat(new KycIdentity(null, Map.of()).recordId()).isEmpty();
        assertThat(new KycIdentity(" ", Map.of()).recordId()).isEmpty();
    }

    @Test
    void has_the_fields_that_are_kept_and_no_others() {
        assertThat(identity.fullName()).contains("FIRST LAST");
        assertThat(identity.fullNameLocal()).isEmpty();
        assertThat(identity.field("dob")).isEmpty();
        assertThat(new KycIdentity(null, Map.of("fullName_local", "الاسم")).fullNameLocal())
                .contains("الاسم");
    }

    @Test
    void keeps_the_order_of_its_fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("lastName", "LAST");
        fields.put("dob", "1990-01-01");
        fields.put("firstName", "FIRST");

        assertThat(new KycIdentity("card", fields).fields().keySet()).containsExactly("lastName", "dob", "firstName");
    }

    @Test
    void cannot_be_changed() {
        Map<String, String> fields = new HashMap<>(Map.of("fullName", "FIRST LAST"));
        KycIdentity made = new KycIdentity("card", fields);
        fields.put("fullName", "OTHER");

        assertThat(made).isEqualTo(identity);
        assertThatThrownBy(() -> made.fields().put("fullName", "OTHER"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void has_no_field_without_a_value() {
        Map<String, String> fields = new HashMap<>();
        fields.put("dob", null);

        assertThatNullPointerException().isThrownBy(() -> new KycIdentity("card", fields));
    }

    @Test
    void equals_one_with_the_same_id_and_fields() {
        assertThat(identity)
                .isEqualTo(new KycIdentity("card", Map.of("fullName", "FIRST LAST")))
                .hasSameHashCodeAs(new KycIdentity("card", Map.of("fullName", "FIRST LAST")))
                .isNotEqualTo(new KycIdentity("passport", Map.of("fullName", "FIRST LAST")))
                .isNotEqualTo(new KycIdentity("card", Map.of()));
    }

    @Test
    void shows_no_value_in_its_text_form() {
        assertThat(identity).hasToString("KycIdentity[fullName]");
    }
}
