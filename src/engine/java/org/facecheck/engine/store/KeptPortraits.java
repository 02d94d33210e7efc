package org.facecheck.engine.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.facecheck.engine.EngineEvent;
import org.facecheck.engine.gallery.GalleryStoreException;
import org.facecheck.engine.picture.FacePicture;
import org.facecheck.engine.store.key.DataKeys;
import org.facecheck.engine.store.key.DataKeys.DataKey;
import org.facecheck.engine.store.key.DataKeys.WrappedKey;
import org.facecheck.engine.store.key.MasterKeys;
import org.facecheck.engine.store.key.Pseudonyms;
import org.jspecify.annotations.Nullable;

/**
 * The portraits that a store keeps of its people: for an operator's eyes, since nothing is ever compared with them. A store keeps
 * none, unless {@link EncryptedStore#withPortraits} is asked for; what was kept before stays until somebody deletes it.
 *
 * <pre>{@code
 * KeptPortraits portraits = store.portraits();
 * if (!portraits.areKept() && portraits.count() > 0) {
 *     portraits.deleteAll();
 * }
 * }</pre>
 *
 * <p><strong>Errors.</strong> All methods that ask the database throw a {@link GalleryStoreException} if it fails. Thread-safe; it
 * lives as long as its store, and holds no picture.
 */
public final class KeptPortraits {
    private final PortraitRows rows;
    private final DataKeys keys;
    private final Pseudonyms pseudonyms;
    private final KeyRotation rotation;
    private final Consumer<EngineEvent> events;
    private final boolean areKept;

    KeptPortraits(
            PortraitRows rows,
            DataKeys keys,
            Pseudonyms pseudonyms,
            KeyRotation rotation,
            Consumer<EngineEvent> events,
            boolean areKept) {
        this.rows = rows;
        this.keys = keys;
        this.pseudonyms = pseudonyms;
        this.rotation = rotation;
        this.events = events;
        this.areKept = areKept;
    }

    /**
     * Opens those of a store that is there, without its people: for an operator's command, which needs no weights for that. Tables are
     * upgraded, and never made.
     *
     * @param people as of {@link EncryptedStore#open}, and so are the others
     * @return those that are kept so far; no more are kept by it
     * @throws GalleryStoreException if no store has ever been opened there, or a database can't be used
     */
    public static KeptPortraits open(
            DataSource people, DataSource keys, MasterKeys masters, Consumer<EngineEvent> events) {
        Schema.PEOPLE.upgrade(people);
        Schema.KEYS.upgrade(keys);
        Clock clock = Clock.systemUTC();
        DataKeys dataKeys = new DataKeys(keys, masters, clock);
        PortraitRows rows = new PortraitRows(people);
        try {
            KeyRotation rotation = new KeyRotation(new PersonRows(people, clock), rows, dataKeys);
            return new KeptPortraits(rows, dataKeys, new Pseudonyms(masters), rotation, events, false);
        } catch (SQLException failed) {
            throw EncryptedStore.unusable(failed);
        }
    }

    /** The same, of a store that keeps those of whoever is enrolled from now on. */
    KeptPortraits kept() {
        return new KeptPortraits(rows, keys, pseudonyms, rotation, events, true);
    }

    /** Whether those of whoever is enrolled from now on are kept. */
    public boolean areKept() {
        return areKept;
    }

    /** How many there are, of all people on file. */
    public int count() {
        try {
            return rows.count();
        } catch (SQLException failed) {
            throw EncryptedStore.unusable(failed);
        }
    }

    /**
     * One person's, in the order in which they were enrolled.
     *
     * @param key the person's
     * @return those that can be read; of others, the events tell how many
     */
    public List<FacePicture> of(String key) {
        try {
            return of(pseudonyms.of(key));
        } catch (SQLException failed) {
            throw EncryptedStore.unusable(failed);
        }
    }

    List<FacePicture> of(UUID person) throws SQLException {
        List<PortraitRow> kept = rows.of(person);
        if (kept.isEmpty()) {
            return List.of();
        }
        // All are under one key, the row's.
        @Nullable WrappedKey wrapped = keys.find(kept.get(0).dataKey());
        Optional<DataKey> key = wrapped == null ? Optional.empty() : keys.unwrap(wrapped);
        List<FacePicture> readable = key.map(one ->
                        kept.stream().flatMap(row -> row.decrypt(one).stream()).toList())
                .orElse(List.of());
        if (readable.size() < kept.size()) {
            events.accept(new EngineEvent.UnreadablePortraits(kept.size() - readable.size()));
        }
        return readable;
    }

    /**
     * Deletes all, and leaves the people on file. Their rows are encrypted anew, under new data keys: what backups of the people's
     * database have of the portraits is unreadable then, as after a {@linkplain EncryptedStore deletion}. The audit trail gets a
     * line for each person. A row that can't be read keeps its key, which an event tells.
     *
     * @return how many people had some
     * @throws GalleryStoreException if a database fails, or a master key is missing; some may be deleted by then, and it can be repeated
     */
    public int deleteAll() {
        try {
            List<UUID> people = rows.people();
            int unreadable = rotation.deletePortraits(people);
            if (unreadable > 0) {
                events.accept(new EngineEvent.PortraitsInBackups(unreadable));
            }
            return people.size();
        } catch (SQLException failed) {
            throw EncryptedStore.unusable(failed);
        }
    }
}
