package org.facecheck.engine.service.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a secret of 256 random bits. Nobody can try all of those, so that no slow hash is needed; a secret that a person
 * made up would need one. Two hashes are compared in a time that does not depend on where they differ.
 */
public final class SecretHash {
    private final byte[] digest;

    private SecretHash(byte[] digest) {
        this.digest = digest;
    }

    /** Of a secret. */
    public static SecretHash of(String secret) {
        try {
            return new SecretHash(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) { // each Java platform has it (java.security.MessageDigest)
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * As it stands in a file.
     *
     * @param hex 64 hexadecimal digits
     * @throws IllegalArgumentException if it is anything else
     */
    public static SecretHash ofHex(String hex) {
        byte[] digest = HexFormat.of().parseHex(hex);
        if (digest.length != 32) {
            throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits");
        }
        return new SecretHash(digest);
    }

    /** As a file would have it. */
    public String hex() {
        return HexFormat.of().formatHex(digest);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretHash hash && MessageDigest.isEqual(digest, hash.digest);
    }

    /** Of the hash, which says nothing of the secret. */
    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    @Override
    public String toString() {
        return "SecretHash[…]";
    }
}
