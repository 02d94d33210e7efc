package org.facecheck.engine.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.facecheck.engine.store.key.DataKeys.DataKey;
import org.jspecify.annotations.Nullable;

/**
 * A person as the database has them.
 *
 * @param person the pseudonym of the person's key
 * @param dataKey the id of the key that the content is encrypted under
 * @param model which network made the templates
 * @param templateVersion how the content is written, and how faces are aligned
 * @param keepUntil the last day on which the person is recognised
 * @param content encrypted
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PersonRow(
        UUID person,
        UUID dataKey,
        String model,
        int templateVersion,
        @Nullable LocalDate keepUntil,
        byte[] content) {

    /** The row that holds these bytes under this key. */
    static PersonRow encrypt(
            UUID person, DataKey key, String model, int version, @Nullable LocalDate keepUntil, byte[] plain) {
        byte[] context = context(person, key.id(), model, version, keepUntil);
        return new PersonRow(person, key.id(), model, version, keepUntil, key.encrypt(plain, context));
    }

    /** The plain bytes, empty if the row was changed or the key is another. */
    Optional<byte[]> decrypt(DataKey key) {
        return key.decrypt(content, context(person, dataKey, model, templateVersion, keepUntil));
    }

    /** Nobody is put into another one's row, and nobody is kept longer, by changing the database. */
    private static byte[] context(UUID person, UUID key, String model, int version, @Nullable LocalDate keepUntil) {
        return ("person " + person + ' ' + key + ' ' + model + ' ' + version + ' ' + keepUntil)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "PersonRow[model=" + model + "]";
    }
}
