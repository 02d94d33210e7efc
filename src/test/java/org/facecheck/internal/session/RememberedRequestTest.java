package org.facecheck.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import org.facecheck.internal.session.RememberedRequest.Form;
import org.junit.jupiter.api.Test;

class RememberedRequestTest {
    private final RememberedRequest page = new RememberedRequest("/app/page?secret=1", "protect", "alice", null);
    private final RememberedRequest form = new RememberedRequest(
            "/app/form",
            "protect",
            null,
            new Form("application/x-www-form-urlencoded", "pin=4711".getBytes(StandardCharsets.US_ASCII)));

    @Test
    void a_page_has_nothing_to_put_back_and_a_form_has() {
        assertThat(page.sent()).isEmpty();
        assertThat(form.sent()).containsSame(form.form());
    }

    @Test
    void the_text_form_shows_nothing_of_what_was_sent() {
        assertThat(page).hasToString("RememberedRequest[rule=protect, form=false]");
        assertThat(form).hasToString("RememberedRequest[rule=protect, form=true]");
        assertThat(form.form()).hasToString("Form[8 bytes]");
    }

    @Test
    void a_form_survives_being_stored_to_the_byte() throws Exception {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(stored)) {
            out.writeObject(form);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stored.toByteArray()))) {
            RememberedRequest read = (RememberedRequest) in.readObject();

            assertThat(read.target()).isEqualTo("/app/form");
            assertThat(read.form().body()).asString().isEqualTo("pin=4711");
        }
    }
}
