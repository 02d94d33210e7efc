package org.facecheck.engine.store.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.facecheck.engine.gallery.GalleryStoreException;

/**
 * The keys that all others are encrypted under. An operator keeps them outside of every database: in a file that only the
 * server's account may read, or in the server's vault, from which the application gets the same text.
 *
 * <pre>
 * # openssl rand -base64 32
 * lookup  0T8nq…=
 * 2026-11 mC2vX…=
 * 2025-12 kP0aQ…=
 * </pre>
 *
 * The first key after {@code lookup} is the current one. {@code lookup} makes the pseudonyms that rows are found by, and never
 * changes: with another one, nobody who is on file could be found by key. Immutable and thread-safe; no text form shows a key.
 */
public final class MasterKeys {
    private static final String LOOKUP = "lookup";
    private static final int MAX_ID = 64; // as in the database

    private final Map<String, SecretKey> byId;
    private final String current;
    private final SecretKey lookup;

    private MasterKeys(Map<String, SecretKey> byId, SecretKey lookup) {
        this.byId = byId;
        this.current = byId.keySet().iterator().next();
        this.lookup = lookup;
    }

    /**
     * Reads a key file.
     *
     * @throws GalleryStoreException if it can't be read, others than its owner may read it, or a line is no key
     */
    public static MasterKeys read(Path file) {
        try {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
                if (permissions.contains(PosixFilePermission.GROUP_READ)
                        || permissions.contains(PosixFilePermission.OTHERS_READ)) {
                    throw new GalleryStoreException(
                            "others than its owner may read the key file " + file + "; chmod 600 it", null);
                }
            }
            return of(Files.readString(file));
        } catch (IOException unreadable) {
            throw new GalleryStoreException("the key file " + file + " can't be read", unreadable);
        }
    }

    /**
     * Reads what a key file would hold.
     *
     * @param text a line for each key: id, white space, 32 bytes in Base64; empty lines and those that begin with # are skipped
     * @throws GalleryStoreException if it is otherwise; the message names the line's number and no key
     */
    public static MasterKeys of(String text) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        List<String> lines = text.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] parts = line.split("\\s+", -1);
                if (parts.length != 2
                        || parts[0].length() > MAX_ID
                        || keys.put(parts[0], key(parts[1], i + 1)) != null) {
                    throw wrong(i + 1);
                }
            }
        }
        SecretKey lookup = keys.remove(LOOKUP);
        if (lookup == null || keys.isEmpty()) {
            throw new GalleryStoreException(
                    "the key file needs a line \"lookup\" and at least one key; make each with \"openssl rand -base64 32\"",
                    null);
        }
        return new MasterKeys(keys, lookup);
    }

    private static SecretKey key(String base64, int line) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (bytes.length == AesGcm.KEY_BYTES) {
                return AesGcm.key(bytes);
            }
        } catch (IllegalArgumentException noBase64) {
            throw wrong(line); // without the cause, whose message quotes the key
        }
        throw wrong(line);
    }

    private static GalleryStoreException wrong(int line) {
        return new GalleryStoreException(
                "line " + line + " of the key file is not an id of its own, white space, and 32 bytes in Base64", null);
    }

    /** The id of the key that is used from now on. */
    public String currentId() {
        return current;
    }

    Optional<SecretKey> key(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    SecretKey lookup() {
        return lookup;
    }

    @Override
    public String toString() {
        return byId.keySet().stream().collect(Collectors.joining(", ", "MasterKeys[", "]"));
    }
}
