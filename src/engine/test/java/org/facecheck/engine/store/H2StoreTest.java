package org.facecheck.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.engine.gallery.Templates.at;
import static org.facecheck.engine.gallery.Templates.person;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.facecheck.engine.EngineEvent;
import org.facecheck.engine.gallery.Gallery;
import org.facecheck.engine.gallery.MatchPolicy;
import org.facecheck.engine.store.key.MasterKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In files of the process's own. */
class H2StoreTest extends StoreContract {
    @TempDir
    Path directory;

    @Override
    List<DataSource> databases() {
        return new H2Files(directory).databases();
    }

    @AfterEach
    void close() throws SQLException {
        new H2Files(directory).close();
    }

    @Test
    void the_files_themselves_name_nobody() throws IOException, SQLException {
        List<DataSource> both = databases();
        MasterKeys masters = MasterKeys.of("lookup AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n"
                + "a //79/Pv6+fj39vX08/Lx8O/u7ezr6uno5+bl5OPi4eA=\n");
        EncryptedStore store = EncryptedStore.open(both.get(0), both.get(1), masters, "m", EngineEvent::log);
        new Gallery(MatchPolicy.standard(), store).enrol(person("agross", at(0)));

        assertThat(directory.resolve("people.mv.db")).isRegularFile();
        assertThat(directory.resolve("keys/keys.mv.db")).isRegularFile();
        close();
        for (String file : List.of("people.mv.db", "keys/keys.mv.db")) {
            String bytes = Files.readString(directory.resolve(file), StandardCharsets.ISO_8859_1);
            assertThat(bytes).doesNotContain("agross", "fullName");
        }
    }
}
