package org.facecheck.engine.service.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.facecheck.engine.service.client.SecretHash;

/**
 * Writes what an engine needs to start for the first time: settings, a key file, two clients, and their secrets, which are random and
 * in files of their own that only this account may read. Each can be changed afterwards.
 *
 * <pre>
 * java -jar facecheck-engine-0.1.0-SNAPSHOT-standalone.jar init /etc/facecheck vladmandic-face-api-1.7.15.tgz
 * </pre>
 */
public final class FirstSettings {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Path folder;

    /**
     * Settings that are to be written.
     *
     * @param folder is made if it does not exist
     */
    public FirstSettings(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the files.
     *
     * @param weights what {@code npm pack} wrote; need not exist yet
     * @throws IOException if a file can't be written, or there is one already: keys that people are encrypted under must not be lost
     */
    public void write(Path weights) throws IOException {
        Files.createDirectories(folder);
        for (String name : new String[] {"engine.properties", "master.keys", "clients"}) {
            if (Files.exists(folder.resolve(name))) {
                throw new IOException(folder.resolve(name) + " is there already; nothing was written");
            }
        }
        secretly("master.keys", "lookup " + key() + "\nfirst " + key() + "\n");
        String application = secret("intranet");
        String operator = secret("operator");
        Files.writeString(
                folder.resolve("clients"),
                "# id, SHA-256 of its secret, right\nintranet " + application + " check\noperator " + operator
                        + " enrol\n");
        Files.createDirectories(folder.resolve("imports"));
        Files.writeString(folder.resolve("engine.properties"), """
                weights = %s
                master-keys = master.keys
                clients = clients
                people = people/people
                keys = keys/keys
                imports = imports
                """.formatted(
                        weights.toAbsolutePath().toString().replace('\\', '/')));
    }

    /** Writes a secret of 256 random bits; gives its hash. */
    private String secret(String client) throws IOException {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = HexFormat.of().formatHex(bytes);
        secretly(client + ".secret", secret + "\n");
        return SecretHash.of(secret).hex();
    }

    private String key() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The file is closed to others before anything is in it. */
    private void secretly(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, content);
    }
}
