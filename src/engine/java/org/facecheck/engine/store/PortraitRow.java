package org.facecheck.engine.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.facecheck.engine.picture.FacePicture;
import org.facecheck.engine.store.key.DataKeys.DataKey;

/**
 * A portrait as the database has it, under the data key of its person's row: what makes that row unreadable makes this one so.
 *
 * @param person the pseudonym of the person's key
 * @param dataKey the id of the key that the content is encrypted under, as the person's row has it
 * @param place from 0
 * @param content encrypted
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PortraitRow(UUID person, UUID dataKey, int place, byte[] content) {

    /** The rows that hold these pictures under this key, in their order. */
    static List<PortraitRow> encrypt(UUID person, DataKey key, List<FacePicture> pictures) {
        List<PortraitRow> rows = new ArrayList<>();
        for (FacePicture picture : pictures) {
            int place = rows.size();
            byte[] content = key.encrypt(picture.jpeg(), context(person, key.id(), place));
            rows.add(new PortraitRow(person, key.id(), place, content));
        }
        return rows;
    }

    /** The picture, empty if the row was changed or the key is another. */
    Optional<FacePicture> decrypt(DataKey key) {
        return key.decrypt(content, context(person, dataKey, place)).map(FacePicture::new);
    }

    /** No picture is put beside another one's row, or behind a later enrolment, by changing the database. */
    private static byte[] context(UUID person, UUID key, int place) {
        return ("portrait " + person + ' ' + key + ' ' + place).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "PortraitRow[place=" + place + "]";
    }
}
