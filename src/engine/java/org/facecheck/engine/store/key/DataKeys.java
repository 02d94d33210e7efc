package org.facecheck.engine.store.key;

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
public final class DataKeys {
    private static final String SELECT = "SELECT id, master_key, created, wrapped FROM facecheck_data_key";

    private final DataSource database;
    private final MasterKeys masters;
    private final Clock clock;

    /**
     * The keys of one database.
     *
     * @param database for the keys alone, or the people's too
     * @param masters under which they are encrypted
     * @param clock says when one was made
     */
    public DataKeys(DataSource database, MasterKeys masters, Clock clock) {
        this.database = database;
        this.masters = masters;
        this.clock = clock;
    }

    /**
     * A key that can be used. Its text form shows the id only.
     *
     * @param id by which a row names it
     * @param key 256 bits, for AES
     */
    public record DataKey(UUID id, SecretKey key) {

        /**
         * Encrypts by AES-256-GCM.
         *
         * @param context what the message is bound to: it can be decrypted with the same context only
         * @return nonce, ciphertext, tag
         */
        public byte[] encrypt(byte[] plain, byte[] context) {
            return AesGcm.encrypt(key, plain, context);
        }

        /** The plain bytes, empty if this is not what was encrypted with this key and this context. */
        public Optional<byte[]> decrypt(byte[] message, byte[] context) {
            return AesGcm.decrypt(key, message, context);
        }

        @Override
        public String toString() {
            return "DataKey[" + id + "]";
        }
    }

    /**
     * A key as it is kept.
     *
     * @param id by which a row names it
     * @param masterKey the id of the key that it is encrypted under
     * @param created when it was made
     * @param wrapped nonce, ciphertext, tag
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record WrappedKey(UUID id, String masterKey, Instant created, byte[] wrapped) {}

    /** Makes a key, and keeps it. */
    public DataKey create() throws SQLException {
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
    public Map<UUID, WrappedKey> all() throws SQLException {
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
    public @Nullable WrappedKey find(UUID id) throws SQLException {
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
    public Optional<DataKey> unwrap(WrappedKey key) {
        return AesGcm.decrypt(masterKey(key.masterKey()), key.wrapped(), context(key.id(), key.masterKey()))
                .map(bytes -> new DataKey(key.id(), AesGcm.key(bytes)));
    }

    /** Destroys a key, if there is one: what was encrypted under it is nobody's any more. */
    public void destroy(@Nullable UUID id) throws SQLException {
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
