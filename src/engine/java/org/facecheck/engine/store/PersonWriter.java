package org.facecheck.engine.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.facecheck.engine.gallery.EnrolledPerson;
import org.facecheck.engine.picture.FacePicture;
import org.facecheck.engine.store.key.DataKeys;
import org.facecheck.engine.store.key.DataKeys.DataKey;
import org.facecheck.engine.store.key.Pseudonyms;
import org.jspecify.annotations.Nullable;

/**
 * Writes people: plain bytes, a key of their own, a row, and the portraits beside it. Each step that is cut off leaves the person as
 * they were, and at most a key that nobody needs, which a later start destroys. Thread-safe.
 *
 * @param rows of the people
 * @param keys of the rows
 * @param pseudonyms by which rows are found
 * @param model whose templates are written
 */
record PersonWriter(PersonRows rows, DataKeys keys, Pseudonyms pseudonyms, String model) {

    /** @param pictures those that are kept of the person from now on; of earlier ones, none stays */
    void write(EnrolledPerson person, List<FacePicture> pictures) throws SQLException {
        byte[] plain = PersonFormat.write(person);
        DataKey key = keys.create();
        PersonRow row = PersonRow.encrypt(
                pseudonyms.of(person.key()),
                key,
                model,
                PersonFormat.VERSION,
                person.consent().keepUntil(),
                plain);
        destroy(put(row, PortraitRow.encrypt(row.person(), key, pictures), key));
    }

    /**
     * Writes rows anew of a version that made pseudonyms in another way: no key would find them any more, and who was deleted would be back
     * at the next start. They are kept under the present one, unless the person was enrolled again since.
     *
     * @param kept all that can be read, by the pseudonyms that the rows have; afterwards, by the present ones
     */
    void nameAnew(Map<UUID, EnrolledPerson> kept, KeptPortraits portraits) throws SQLException {
        for (Map.Entry<UUID, EnrolledPerson> row : List.copyOf(kept.entrySet())) {
            UUID before = row.getKey();
            UUID now = pseudonyms.of(row.getValue().key());
            if (!now.equals(before)) {
                if (kept.putIfAbsent(now, row.getValue()) == null) {
                    write(row.getValue(), portraits.of(before));
                }
                kept.remove(before);
                rows.delete(before, keys);
            }
        }
    }

    private @Nullable UUID put(PersonRow row, List<PortraitRow> pictures, DataKey key) throws SQLException {
        try {
            return rows.put(row, pictures);
        } catch (SQLException failed) {
            destroy(key.id());
            throw failed;
        }
    }

    /** Of a version that is no more; if it fails, the person is kept all the same, and the next start destroys the orphan. */
    private void destroy(@Nullable UUID key) {
        try {
            keys.destroy(key);
        } catch (SQLException later) {
            System.getLogger("org.facecheck.engine")
                    .log(System.Logger.Level.WARNING, "a replaced data key is destroyed at the next start only", later);
        }
    }
}
