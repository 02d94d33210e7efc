package org.facecheck.engine.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The people's database. Each change and its line of the audit trail are one transaction. Thread-safe. */
final class PersonRows {
    private static final String COLUMNS = "data_key, model, template_version, keep_until, content";

    private final DataSource database;
    private final Clock clock;

    PersonRows(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What is done about a row, while nobody else can change it. */
    private interface Change {
        /** @param before the data key of the row so far, {@code null} if there is none */
        void apply(Connection connection, @Nullable UUID before) throws SQLException;
    }

    List<PersonRow> all() throws SQLException {
        List<PersonRow> all = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT person, " + COLUMNS + " FROM facecheck_person");
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                all.add(new PersonRow(
                        found.getObject(1, UUID.class),
                        found.getObject(2, UUID.class),
                        found.getString(3),
                        found.getInt(4),
                        found.getObject(5, LocalDate.class),
                        found.getBytes(6)));
            }
        }
        return all;
    }

    /**
     * Writes a row, instead of the person's one if there is one.
     *
     * @return the data key of that one, which nobody needs any more; {@code null} if there was none
     */
    @Nullable
    UUID put(PersonRow row) throws SQLException {
        return change(row.person(), (connection, before) -> {
            write(connection, row, before != null);
            audit(connection, before == null ? AuditAction.ENROLLED : AuditAction.REPLACED, row.person());
        });
    }

    /**
     * Writes a row under another key, if it is still the one that was read.
     *
     * @return whether it was
     */
    boolean replace(PersonRow read, PersonRow row) throws SQLException {
        UUID before = change(row.person(), (connection, current) -> {
            if (read.dataKey().equals(current)) {
                write(connection, row, true);
                audit(connection, AuditAction.KEY_ROTATED, row.person());
            }
        });
        return read.dataKey().equals(before);
    }

    /**
     * Deletes a row.
     *
     * @param keys destroys its key first: from then on, the person is gone, whatever becomes of the row
     * @return whether there was one
     */
    boolean delete(UUID person, DataKeys keys) throws SQLException {
        UUID before = change(person, (connection, key) -> {
            if (key != null) {
                keys.destroy(key);
                audit(connection, AuditAction.DELETED, person);
                delete(connection, person);
            }
        });
        return before != null;
    }

    private @Nullable UUID change(UUID person, Change change) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                UUID before = lock(connection, person);
                change.apply(connection, before);
                connection.commit();
                return before;
            } finally {
                connection.rollback(); // of nothing, after a commit
                connection.setAutoCommit(true); // for whoever gets this connection from a pool
            }
        }
    }

    /** The data key of a row that stays as it is until the transaction ends. */
    private static @Nullable UUID lock(Connection connection, UUID person) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT data_key FROM facecheck_person WHERE person = ? FOR UPDATE")) {
            select.setObject(1, person);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? found.getObject(1, UUID.class) : null;
            }
        }
    }

    /** Two who insert the same person at one moment meet at the primary key, and the second one fails. */
    private void write(Connection connection, PersonRow row, boolean exists) throws SQLException {
        String sql = exists
                ? "UPDATE facecheck_person SET data_key = ?, model = ?, template_version = ?, keep_until = ?, content = ?,"
                        + " written = ? WHERE person = ?"
                : "INSERT INTO facecheck_person (" + COLUMNS + ", written, person) VALUES (?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            write.setObject(1, row.dataKey());
            write.setString(2, row.model());
            write.setInt(3, row.templateVersion());
            write.setObject(4, row.keepUntil());
            write.setBytes(5, row.content());
            write.setObject(6, now());
            write.setObject(7, row.person());
            write.executeUpdate();
        }
    }

    private static void delete(Connection connection, UUID person) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM facecheck_person WHERE person = ?")) {
            delete.setObject(1, person);
            delete.executeUpdate();
        }
    }

    /** With the model as the row has it, so before a row is deleted. */
    private void audit(Connection connection, AuditAction action, UUID person) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO facecheck_audit (at, action, person, model)"
                        + " SELECT CAST(? AS TIMESTAMP WITH TIME ZONE), CAST(? AS VARCHAR), person, model"
                        + " FROM facecheck_person WHERE person = ?")) {
            insert.setObject(1, now());
            insert.setString(2, action.name());
            insert.setObject(3, person);
            insert.executeUpdate();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
