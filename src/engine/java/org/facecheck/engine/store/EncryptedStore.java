package org.facecheck.engine.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.facecheck.engine.EngineEvent;
import org.facecheck.engine.face.AlignedFace;
import org.facecheck.engine.gallery.EnrolledPerson;
import org.facecheck.engine.gallery.GalleryStore;
import org.facecheck.engine.gallery.GalleryStoreException;
import org.facecheck.engine.gallery.StoreChange;
import org.facecheck.engine.picture.FacePicture;
import org.facecheck.engine.store.key.DataKeys;
import org.facecheck.engine.store.key.MasterKeys;
import org.facecheck.engine.store.key.Pseudonyms;

/**
 * Keeps a gallery's people in a database: templates, record and consent, encrypted. It keeps no
 * picture, unless {@link #withPortraits} is asked for. H2 and PostgreSQL are tested.
 *
 * <pre>{@code
 * EncryptedStore store = EncryptedStore.open(
 *         Databases.embedded(Path.of("/var/lib/facecheck/people")),
 *         Databases.embedded(Path.of("/var/lib/facecheck-keys/keys")),
 *         MasterKeys.read(Path.of("/etc/facecheck/master.keys")),
 *         engine.modelId(),
 *         EngineEvent::log);
 * Gallery gallery = new Gallery(MatchPolicy.standard(), store);
 * }</pre>
 *
 * <p><strong>Deletion.</strong> Each person has a key, in a database of its own; to delete the person is to destroy it. What
 * backups of the people's database still have is then unreadable. Backups of the <em>key</em> database undo that, as long as the
 * master key of their time exists: keep none, or not for long, or change the master key. {@code engine.md} says how.
 *
 * <p><strong>Errors.</strong> A missing master key stops the start. A row that can't be read matches nobody, and is an event.
 * Thread-safe.
 */
public final class EncryptedStore implements GalleryStore {
    private final DataSource people;
    private final PersonRows rows;
    private final DataKeys keys;
    private final Pseudonyms pseudonyms;
    private final PersonWriter writer;
    private final StoredPeople readers;
    private final KeptPortraits portraits;

    private EncryptedStore(
            DataSource people,
            PersonRows rows,
            DataKeys keys,
            Pseudonyms pseudonyms,
            PersonWriter writer,
            StoredPeople readers,
            KeptPortraits portraits) {
        this.people = people;
        this.rows = rows;
        this.keys = keys;
        this.pseudonyms = pseudonyms;
        this.writer = writer;
        this.readers = readers;
        this.portraits = portraits;
    }

    /**
     * Opens a store: makes or upgrades the tables, and encrypts anew what is under another master key than the current one.
     *
     * @param people for the people's rows
     * @param keys for their keys; may be the same database, if backups of neither are kept
     * @param model as {@code FaceEngine.modelId()} says
     * @param events hears what an operator should know
     * @throws GalleryStoreException if a database can't be used, or a master key is missing
     */
    public static EncryptedStore open(
            DataSource people, DataSource keys, MasterKeys masters, String model, Consumer<EngineEvent> events) {
        return open(people, keys, masters, model, events, Clock.systemUTC());
    }

    static EncryptedStore open(
            DataSource people,
            DataSource keys,
            MasterKeys masters,
            String model,
            Consumer<EngineEvent> events,
            Clock clock) {
        Schema.PEOPLE.migrate(people);
        Schema.KEYS.migrate(keys);
        DataKeys dataKeys = new DataKeys(keys, masters, clock);
        try {
            PersonRows rows = new PersonRows(people, clock);
            PortraitRows portraitRows = new PortraitRows(people);
            KeyRotation rotation = new KeyRotation(rows, portraitRows, dataKeys);
            int rotated = rotation.rotate(masters.currentId());
            if (rotated > 0) {
                events.accept(new EngineEvent.MasterKeyRotated(rotated, masters.currentId()));
            }
            rotation.destroyOrphans(clock.instant());
            Pseudonyms pseudonyms = new Pseudonyms(masters);
            return new EncryptedStore(
                    people,
                    rows,
                    dataKeys,
                    pseudonyms,
                    new PersonWriter(rows, dataKeys, pseudonyms, model),
                    new StoredPeople(rows, dataKeys, model, events),
                    new KeptPortraits(portraitRows, dataKeys, pseudonyms, rotation, events, false));
        } catch (SQLException failed) {
            throw unusable(failed);
        }
    }

    /**
     * The same store, which also keeps a small picture of each face that is enrolled from now on, beside the person's row and under
     * the same key. Nothing needs them but an operator who wants to see who is on file: read {@code privacy.md} first.
     *
     * @return a store to be used instead of this one
     */
    public EncryptedStore withPortraits() {
        return new EncryptedStore(people, rows, keys, pseudonyms, writer, readers, portraits.kept());
    }

    /** The pictures that are kept, or were. */
    public KeptPortraits portraits() {
        return portraits;
    }

    @Override
    public List<EnrolledPerson> load() {
        try {
            Map<UUID, EnrolledPerson> kept = readers.all();
            writer.nameAnew(kept, portraits);
            return List.copyOf(kept.values());
        } catch (SQLException failed) {
            throw unusable(failed);
        }
    }

    /** On PostgreSQL; another database is one process's own. */
    @Override
    public Watch watch(Consumer<StoreChange> changes) {
        if (!rows.isShared()) {
            return () -> {};
        }
        return new PostgresChanges(
                people,
                rows.process(),
                new PostgresChanges.Source() {
                    @Override
                    public StoreChange everything() {
                        return new StoreChange.Everything(load());
                    }

                    @Override
                    public StoreChange of(UUID person) throws SQLException {
                        return change(person);
                    }
                },
                changes);
    }

    /** A row that can't be read, or is of another model, is nobody's: a person who was there before is not compared any more. */
    private StoreChange change(UUID person) throws SQLException {
        return readers.find(person)
                .<StoreChange>map(StoreChange.Written::new)
                .orElseGet(
                        () -> new StoreChange.Deleted(key -> pseudonyms.of(key).equals(person)));
    }

    @Override
    public void save(EnrolledPerson person) {
        save(person, List.of());
    }

    @Override
    public void save(EnrolledPerson person, List<AlignedFace> faces) {
        write(
                person,
                portraits.areKept() ? faces.stream().map(AlignedFace::picture).toList() : List.of());
    }

    private void write(EnrolledPerson person, List<FacePicture> pictures) {
        try {
            writer.write(person, pictures);
        } catch (SQLException failed) {
            throw unusable(failed);
        }
    }

    @Override
    public boolean delete(String key) {
        try {
            return rows.delete(pseudonyms.of(key), keys);
        } catch (SQLException failed) {
            throw unusable(failed);
        }
    }

    static GalleryStoreException unusable(SQLException failed) {
        return new GalleryStoreException(
                "the gallery's database fails (SQL state " + failed.getSQLState()
                        + "); what was asked for may not have happened",
                failed);
    }
}
