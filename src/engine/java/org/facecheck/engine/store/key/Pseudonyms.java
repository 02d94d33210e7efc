package org.facecheck.engine.store.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import org.facecheck.engine.gallery.KeyForm;

/**
 * The names of rows. Without the lookup key, nobody can try which person's key one is of. Immutable and thread-safe.
 *
 * @param masters have the lookup key
 */
public record Pseudonyms(MasterKeys masters) {

    /** HMAC-SHA-256 (RFC 2104) of the person's key in its {@link KeyForm}, cut to 128 bits. */
    public UUID of(String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(masters.lookup());
            ByteBuffer digest = ByteBuffer.wrap(mac.doFinal(KeyForm.of(key).getBytes(StandardCharsets.UTF_8)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (GeneralSecurityException impossible) { // each Java platform has HmacSHA256 (javax.crypto.Mac)
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "Pseudonyms";
    }
}
