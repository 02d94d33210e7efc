package org.facecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceCallerTest {
    private static final FaceCaller ANNA = new FaceCaller("a.gross", Set.of("employee"));

    @Test
    void has_a_name_and_roles_and_shows_neither() {
        assertThat(ANNA.getName()).isEqualTo("a.gross");
        assertThat(ANNA.isInRole("employee")).isTrue();
        assertThat(ANNA.isInRole("admin")).isFalse();
        assertThat(ANNA.toString()).isEqualTo("FaceCaller");
    }

    @Test
    void has_the_role_of_everybody_who_is_logged_in() {
        assertThat(new FaceCaller("a.gross", Set.of()).isInRole("**")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "a\nb", "a\u202Eb", "a\uFFFDb"})
    void has_no_name_that_is_empty_or_has_what_is_not_shown(String name) {
        assertThat(FaceCaller.isName(name)).isFalse();
        assertThatThrownBy(() -> new FaceCaller(name, Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void comes_back_from_a_stored_session() throws Exception {
        assertThat(read(written(ANNA))).isEqualTo(ANNA);
    }

    @Test
    void without_a_good_name_nobody_comes_back() throws Exception {
        String stored = new String(written(ANNA), StandardCharsets.ISO_8859_1);

        byte[] changed = stored.replace("a.gross", "a\u0000gross").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(changed)).isNull();
    }

    private static byte[] written(Object object) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] bytes) throws Exception {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }
}
