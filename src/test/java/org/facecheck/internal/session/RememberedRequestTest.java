package org.facecheck.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import org.facecheck.fake.Interrupted;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.session.RememberedRequest.Form;
import org.junit.jupiter.api.Test;

class RememberedRequestTest {
    private final RememberedRequest page = Interrupted.page("/app/page?secret=1", "protect", "alice");
    private final RememberedRequest form = Interrupted.form(
            "/app/form",
            "protect",
            new Form("application/x-www-form-urlencoded", "pin=4711".getBytes(StandardCharsets.US_ASCII)));

    @Test
    void a_page_has_nothing_to_put_back_and_a_form_has() {
        assertThat(page.form()).isEmpty();
        assertThat(form.form()).isPresent();
    }

    @Test
    void the_text_form_shows_nothing_of_what_was_sent() {
        assertThat(page).hasToString("RememberedRequest[rule=protect, form=false]");
        assertThat(form).hasToString("RememberedRequest[rule=protect, form=true]");
        assertThat(form.form().orElseThrow()).hasToString("Form[8 bytes]");
    }

    @Test
    void a_form_survives_being_stored_to_the_byte() throws Exception {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(stored)) {
            out.writeObject(form);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stored.toByteArray()))) {
            RememberedRequest read = (RememberedRequest) in.readObject();

            assertThat(read.target()).isEqualTo(new RequestTarget("/app/form"));
            assertThat(read.form().orElseThrow().body()).asString().isEqualTo("pin=4711");
        }
    }
}
