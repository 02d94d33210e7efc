package org.facecheck.engine.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.facecheck.engine.EngineEvent;
import org.facecheck.engine.gallery.Gallery;
import org.facecheck.engine.gallery.MatchPolicy;
import org.facecheck.engine.store.key.MasterKeys;
import org.facecheck.engine.store.key.Pseudonyms;
import org.junit.jupiter.api.BeforeEach;

/** What tests of each database start with, and look into it by. */
abstract class DatabaseContract {
    static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    static final String LOOKUP = "lookup AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n";
    static final String OLD = "2025-12 //79/Pv6+fj39vX08/Lx8O/u7ezr6uno5+bl5OPi4eA=\n";
    static final String NEW = "2026-11 ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=\n";
    /** Another key by the old one's name, as after a slip of the operator's. */
    static final String MISTAKEN = NEW.replace("2026-11", "2025-12");

    final List<EngineEvent> events = new ArrayList<>();
    DataSource people;
    DataSource keys;

    /** Two databases that nobody has used. */
    abstract List<DataSource> databases() throws Exception;

    @BeforeEach
    void make() throws Exception {
        List<DataSource> both = databases();
        people = both.get(0);
        keys = both.get(1);
    }

    EncryptedStore store(String masters, String model, Instant now) {
        return EncryptedStore.open(
                people, keys, MasterKeys.of(masters), model, events::add, Clock.fixed(now, ZoneOffset.UTC));
    }

    EncryptedStore store(String masters) {
        return store(masters, "model-a", NOW);
    }

    static Gallery gallery(EncryptedStore store) {
        return new Gallery(MatchPolicy.standard(), store);
    }

    static UUID pseudonym(String key) {
        return new Pseudonyms(MasterKeys.of(LOOKUP + OLD)).of(key);
    }

    /** All rows, as text. */
    static List<String> rows(DataSource database, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet found = select.executeQuery()) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    Object value = found.getObject(i);
                    row.append(value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : value)
                            .append(' ');
                }
                rows.add(row.toString().strip());
            }
        }
        return rows;
    }

    static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }
}
