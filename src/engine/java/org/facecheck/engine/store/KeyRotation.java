package org.facecheck.engine.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.facecheck.engine.picture.FacePicture;
import org.facecheck.engine.store.key.DataKeys;
import org.facecheck.engine.store.key.DataKeys.DataKey;
import org.facecheck.engine.store.key.DataKeys.WrappedKey;
import org.jspecify.annotations.Nullable;

/**
 * What a store does about its keys: when it is opened, and when portraits are to be unreadable wherever copies of them are. Each
 * step leaves a state in which everybody can be read, so that it may be cut off at any moment, and may happen on two nodes at once.
 */
final class KeyRotation {
    /** A key without a row may be that of an enrolment that another node is just making; after this time, it is not. */
    private static final Duration IN_FLIGHT = Duration.ofHours(1);

    private final PersonRows rows;
    private final PortraitRows portraits;
    private final DataKeys keys;

    KeyRotation(PersonRows rows, PortraitRows portraits, DataKeys keys) {
        this.rows = rows;
        this.portraits = portraits;
        this.keys = keys;
    }

    /**
     * Encrypts anew all that is under other master keys than the current one: with new data keys, since whoever had the old master
     * key may have had the data keys, too.
     *
     * @return how many people's rows
     */
    int rotate(String currentMaster) throws SQLException {
        List<PersonRow> all = rows.all();
        Map<UUID, WrappedKey> wrapped = keys.all();
        int rotated = 0;
        for (PersonRow row : all) {
            WrappedKey old = wrapped.get(row.dataKey());
            if (old != null
                    && !old.masterKey().equals(currentMaster)
                    && encryptAnew(row, old, AuditAction.KEY_ROTATED)) {
                rotated++;
            }
        }
        return rotated;
    }

    /**
     * Deletes these people's portraits, and the keys that copies of them could be read with.
     *
     * @return how many people's keys are as they were, since their rows can't be read with them
     */
    int deletePortraits(List<UUID> people) throws SQLException {
        int asBefore = 0;
        for (UUID person : people) {
            PersonRow row = rows.find(person);
            @Nullable WrappedKey old = row == null ? null : keys.find(row.dataKey());
            // A row that nobody can read has no new key to get; its portraits go all the same.
            if (row == null || old == null || !encryptAnew(row, old, AuditAction.PORTRAIT_DELETED)) {
                rows.deletePortraits(person);
                // Without a key, no backup can be read either; nor if somebody enrolled the person anew just now.
                asBefore += old == null || keys.find(old.id()) == null ? 0 : 1;
            }
        }
        return asBefore;
    }

    /** @param action with its portraits, if only the key is to be another one; else without */
    private boolean encryptAnew(PersonRow row, WrappedKey old, AuditAction action) throws SQLException {
        Optional<DataKey> oldKey = keys.unwrap(old);
        Optional<byte[]> plain = oldKey.flatMap(row::decrypt);
        if (oldKey.isEmpty() || plain.isEmpty()) {
            return false; // the load that follows says so
        }
        DataKey key = keys.create();
        PersonRow fresh =
                PersonRow.encrypt(row.person(), key, row.model(), row.templateVersion(), row.keepUntil(), plain.get());
        List<FacePicture> kept = action == AuditAction.KEY_ROTATED ? pictures(row, oldKey.get()) : List.of();
        boolean replaced = rows.replace(row, fresh, PortraitRow.encrypt(row.person(), key, kept), action);
        keys.destroy(replaced ? old.id() : key.id());
        return replaced;
    }

    /** One that can't be read could not be read afterwards either: it is not taken along. */
    private List<FacePicture> pictures(PersonRow row, DataKey key) throws SQLException {
        return portraits.of(row.person()).stream()
                .flatMap(portrait -> portrait.decrypt(key).stream())
                .toList();
    }

    /** Destroys keys that no row has: what was cut off between two steps leaves them. */
    void destroyOrphans(Instant now) throws SQLException {
        Map<UUID, WrappedKey> wrapped = keys.all(); // before the rows: whatever is written meanwhile is no orphan
        Set<UUID> needed = new HashSet<>();
        rows.all().forEach(row -> needed.add(row.dataKey()));
        for (WrappedKey key : wrapped.values()) {
            if (!needed.contains(key.id()) && key.created().isBefore(now.minus(IN_FLIGHT))) {
                keys.destroy(key.id());
            }
        }
    }
}
