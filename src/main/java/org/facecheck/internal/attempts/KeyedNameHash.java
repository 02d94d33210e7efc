package org.facecheck.internal.attempts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which slot a name has: 16 bits of an HMAC (RFC 2104). Without the key, the slot does not tell the name, and no other name
 * can be found that falls on the same slot.
 */
final class KeyedNameHash {
    private static final String ALGORITHM = "HmacSHA256";
    /** What the key is derived for, so that the same secret gives other keys for other purposes. */
    private static final byte[] PURPOSE = "facecheck.attempts".getBytes(StandardCharsets.UTF_8);
    /** As long as the hash: a longer key adds nothing (RFC 2104, §3). */
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    private KeyedNameHash(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** For this server alone. */
    static KeyedNameHash random() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new KeyedNameHash(key);
    }

    /** The same in all servers that have a secret in common; of the secret itself, the slots tell nothing. */
    static KeyedNameHash of(String secret) {
        return new KeyedNameHash(new KeyedNameHash(secret.getBytes(StandardCharsets.UTF_8)).hash(PURPOSE));
    }

    int slot(String name) {
        byte[] hash = hash(name.getBytes(StandardCharsets.UTF_8));
        return ((hash[0] & 0xff) << 8) | (hash[1] & 0xff);
    }

    private byte[] hash(byte[] data) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(data);
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, never);
        }
    }
}
