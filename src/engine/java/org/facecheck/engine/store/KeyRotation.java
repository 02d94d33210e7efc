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
import org.facecheck.engine.store.DataKeys.DataKey;
import org.facecheck.engine.store.DataKeys.WrappedKey;

/**
 * What a store does about its keys when it is opened. Each step leaves a state in which everybody can be read, so that it may be
 * cut off at any moment, and may happen on two nodes at once.
 */
final class KeyRotation {
    /** A key without a row may be that of an enrolment that another node is just making; after this time, it is not. */
    private static final Duration IN_FLIGHT = Duration.ofHours(1);

    private final PersonRows rows;
    private final DataKeys keys;

    KeyRotation(PersonRows rows, DataKeys keys) {
        this.rows = rows;
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
            if (old != null && !old.masterKey().equals(currentMaster) && encryptAnew(row, old)) {
                rotated++;
            }
        }
        return rotated;
    }

    private boolean encryptAnew(PersonRow row, WrappedKey old) throws SQLException {
        Optional<byte[]> plain = keys.unwrap(old).flatMap(row::decrypt);
        if (plain.isEmpty()) {
            return false; // the load that follows says so
        }
        DataKey key = keys.create();
        PersonRow fresh =
                PersonRow.encrypt(row.person(), key, row.model(), row.templateVersion(), row.keepUntil(), plain.get());
        boolean replaced = rows.replace(row, fresh);
        keys.destroy(replaced ? old.id() : key.id());
        return replaced;
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
