package org.facecheck.engine.store.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.facecheck.engine.gallery.GalleryStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeysTest {
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @TempDir
    Path directory;

    @Test
    void the_first_key_is_the_current_one_and_no_text_shows_it() {
        MasterKeys keys = MasterKeys.of("# made on Monday\n\nlookup " + KEY + "\n2026-11\t" + KEY + "\n2025-12 " + KEY);

        assertThat(keys.currentId()).isEqualTo("2026-11");
        assertThat(keys.key("2025-12")).isPresent();
        assertThat(keys.key("lookup")).isEmpty();
        assertThat(keys).hasToString("MasterKeys[2026-11, 2025-12]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11",
                "2026-11 AAECAwQ=",
                "2026-11 AAECAw!QFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "2026-11 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8= again",
                "lookup " + KEY
            })
    void a_line_that_is_no_key_is_named_by_its_number_and_not_quoted(String line) {
        assertThatThrownBy(() -> MasterKeys.of("lookup " + KEY + "\n" + line))
                .isInstanceOf(GalleryStoreException.class)
                .hasMessageContaining("line 2 of the key file")
                .hasNoCause()
                .hasMessageNotContaining("AAECAw");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lookup " + KEY, "2026-11 " + KEY})
    void a_file_without_both_kinds_of_keys_is_refused_with_the_command_that_makes_one(String text) {
        assertThatThrownBy(() -> MasterKeys.of(text))
                .isInstanceOf(GalleryStoreException.class)
                .hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void a_file_that_others_may_read_is_refused() throws IOException {
        Path file = Files.writeString(directory.resolve("master.keys"), "lookup " + KEY + "\na " + KEY);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> MasterKeys.read(file))
                .isInstanceOf(GalleryStoreException.class)
                .hasMessageContaining("chmod 600");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(MasterKeys.read(file).currentId()).isEqualTo("a");
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> MasterKeys.read(directory.resolve("none.keys")))
                .isInstanceOf(GalleryStoreException.class)
                .hasMessageContaining("none.keys");
    }
}
