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
import org.facecheck.engine.store.key.DataKeys;
import org.jspecify.annotations.Nullable;

/** The people's database. Each change and its line of the audit trail are one transaction. Thread-safe. */
final class PersonRows {
    /** By which PostgreSQL tells other processes; see {@code PostgresChanges}. */
    static final String CHANNEL = "facecheck_person";

    private static final String COLUMNS = "data_key, model, template_version, keep_until, content";
    private static final String SELECT = "SELECT person, " + COLUMNS + " FROM facecheck_person";

    private final DataSource database;
    private final Clock clock;
    private final UUID process = UUID.randomUUID();
    private final boolean isShared;

    PersonRows(DataSource database, Clock clock) throws SQLException {
        this.database = database;
        this.clock = clock;
        try (Connection connection = database.getConnection()) {
            this.isShared = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        }
    }

    /** Whether other processes may use the database, and can be heard of. */
    boolean isShared() {
        return isShared;
    }

    /** By which this process knows its own changes again. */
    UUID process() {
        return process;
    }

    /** What is done about a row, while nobody else can change it. */
    private interface Change {
        /** @param before the data key of the row so far, {@code null} if there is none */
        void apply(Connection connection, @Nullable UUID before) throws SQLException;
    }

    List<PersonRow> all() throws SQLException {
        List<PersonRow> all = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                all.add(row(found));
            }
        }
        return all;
    }

    /** One person's row, {@code null} if there is none. */
    @Nullable
    PersonRow find(UUID person) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT + " WHERE person = ?")) {
            select.setObject(1, person);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? row(found) : null;
            }
        }
    }

    private static PersonRow row(ResultSet found) throws SQLException {
        return new PersonRow(
                found.getObject(1, UUID.class),
                found.getObject(2, UUID.class),
                found.getString(3),
                found.getInt(4),
                found.getObject(5, LocalDate.class),
                found.getBytes(6));
    }

    /**
     * Writes a row and its portraits, instead of the person's ones if there are some.
     *
     * @return the data key of that one, which nobody needs any more; {@code null} if there was none
     */
    @Nullable
    UUID put(PersonRow row, List<PortraitRow> portraits) throws SQLException {
        return change(row.person(), (connection, before) -> {
            write(connection, row, before != null);
            PortraitRows.replace(connection, row.person(), portraits);
            audit(connection, before == null ? AuditAction.ENROLLED : AuditAction.REPLACED, row.person());
        });
    }

    /**
     * Writes a row and its portraits under another key, if it is still the one that was read.
     *
     * @param action why
     * @return whether it was
     */
    boolean replace(PersonRow read, PersonRow row, List<PortraitRow> portraits, AuditAction action)
            throws SQLException {
        UUID before = change(row.person(), (connection, current) -> {
            if (read.dataKey().equals(current)) {
                write(connection, row, true);
                PortraitRows.replace(connection, row.person(), portraits);
                audit(connection, action, row.person());
            }
        });
        return read.dataKey().equals(before);
    }

    /** Deletes portraits, and leaves the row as it is. */
    void deletePortraits(UUID person) throws SQLException {
        change(person, (connection, key) -> {
            PortraitRows.replace(connection, person, List.of());
            audit(connection, AuditAction.PORTRAIT_DELETED, person);
        });
    }

    /**
     * Deletes a row, and with it its portraits, as the tables say.
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
                tell(connection, person);
                connection.commit();
                return before;
            } finally {
                connection.rollback(); // of nothing, after a commit
                connection.setAutoCommit(true); // for whoever gets this connection from a pool
            }
        }
    }

    /** Others hear of it when the transaction is committed, and of none that is not (PostgreSQL, NOTIFY). */
    private void tell(Connection connection, UUID person) throws SQLException {
        if (isShared) {
            try (PreparedStatement notify = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
                notify.setString(1, CHANNEL);
                notify.setString(2, person + " " + process);
                notify.execute();
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
