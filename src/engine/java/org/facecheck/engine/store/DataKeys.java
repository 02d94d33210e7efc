package org.facecheck.engine.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.facecheck.engine.gallery.GalleryStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The key database: one key for each person and version, encrypted under a master key. A key that is destroyed takes with it
 * what was encrypted under it, wherever copies of that are. Thread-safe.
 */
final class DataKeys {
    private static final String SELECT = "SELECT id, master_key, created, wrapped FROM facecheck_data_key";

    private final DataSource database;
    private final MasterKeys masters;
    private final Clock clock;

    DataKeys(DataSource database, MasterKeys masters, Clock clock) {
        this.database = database;
        this.masters = masters;
        this.clock = clock;
    }

    /** A key that nothing has been encrypted under yet. */
    record DataKey(UUID id, SecretKey key) {}

    /**
     * A key as it is kept.
     *
     * @param masterKey the id of the key that it is encrypted under
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record WrappedKey(UUID id, String masterKey, Instant created, byte[] wrapped) {}

    /** Makes a key, and keeps it. */
    DataKey create() throws SQLException {
        byte[] bytes = AesGcm.randomKey();
        UUID id = UUID.randomUUID();
        String master = masters.currentId();
        byte[] wrapped = AesGcm.encrypt(masterKey(master), bytes, context(id, master));
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO facecheck_data_key (id, master_key, created, wrapped) VALUES (?, ?, ?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, master);
            insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setBytes(4, wrapped);
            insert.executeUpdate();
        }
        return new DataKey(id, AesGcm.key(bytes));
    }

    /** All keys, by their ids. */
    Map<UUID, WrappedKey> all() throws SQLException {
        Map<UUID, WrappedKey> all = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                WrappedKey key = key(found);
                all.put(key.id(), key);
            }
        }
        return all;
    }

    /** One key, {@code null} if it was destroyed. */
    @Nullable
    WrappedKey find(UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT + " WHERE id = ?")) {
            select.setObject(1, id);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? key(found) : null;
            }
        }
    }

    private static WrappedKey key(ResultSet found) throws SQLException {
        return new WrappedKey(
                found.getObject(1, UUID.class),
                found.getString(2),
                found.getObject(3, OffsetDateTime.class).toInstant(),
                found.getBytes(4));
    }

    /**
     * The key itself, empty if it is not what was once encrypted.
     *
     * @throws GalleryStoreException if the master key is missing
     */
    Optional<SecretKey> unwrap(WrappedKey key) {
        return AesGcm.decrypt(masterKey(key.masterKey()), key.wrapped(), context(key.id(), key.masterKey()))
                .map(AesGcm::key);
    }

    /** Destroys a key, if there is one: what was encrypted under it is nobody's any more. */
    void destroy(@Nullable UUID id) throws SQLException {
        if (id == null) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM facecheck_data_key WHERE id = ?")) {
            delete.setObject(1, id);
            delete.executeUpdate();
        }
    }

    private SecretKey masterKey(String id) {
        return masters.key(id)
                .orElseThrow(() -> new GalleryStoreException(
                        "the key file has no master key \"" + id
                                + "\", which people on file need; put it back, below the"
                                + " current one, until all rows are under that",
                        null));
    }

    /** A wrapped key that is put into another one's place opens nothing. */
    private static byte[] context(UUID id, String master) {
        return ("data key " + id + ' ' + master).getBytes(StandardCharsets.UTF_8);
    }
}
