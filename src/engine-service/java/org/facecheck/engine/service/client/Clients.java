package org.facecheck.engine.service.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.facecheck.engine.service.client.Client.Right;

/**
 * The clients that an operator named, one a line: id, SHA-256 of the secret, {@code check} or {@code enrol}.
 *
 * <pre>
 * # openssl rand -hex 32 | tee secret | tr -d '\n' | sha256sum
 * intranet 4f1c… check
 * hr       90ab… enrol
 * </pre>
 *
 * The file holds no secret. Immutable and thread-safe.
 */
public final class Clients {
    /** What the secret of an unknown client is compared with: to be refused takes as long as with a wrong secret. */
    private static final SecretHash NOBODY = SecretHash.of("");

    private final Map<String, Client> byId;

    private Clients(Map<String, Client> byId) {
        this.byId = byId;
    }

    /**
     * Reads the file.
     *
     * @throws IOException if it can't be read, or a line is no client; the message names the line's number
     */
    public static Clients read(Path file) throws IOException {
        Map<String, Client> clients = new HashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                Client client = client(line, "line " + (i + 1) + " of " + file);
                if (clients.put(client.id(), client) != null) {
                    throw new IOException("line " + (i + 1) + " of " + file + " names a client that was there before");
                }
            }
        }
        if (clients.isEmpty()) {
            throw new IOException(file + " names no client");
        }
        return new Clients(clients);
    }

    private static Client client(String line, String where) throws IOException {
        String[] parts = line.split("\\s+", -1);
        try {
            if (parts.length == 3) {
                return new Client(
                        parts[0], SecretHash.ofHex(parts[1]), Right.valueOf(parts[2].toUpperCase(Locale.ROOT)));
            }
        } catch (IllegalArgumentException wrong) {
            throw new IOException(where + " is not \"id sha256-of-the-secret check|enrol\"", wrong);
        }
        throw new IOException(where + " is not \"id sha256-of-the-secret check|enrol\"");
    }

    /** The client with this id and this secret. */
    public Optional<Client> find(String id, String secret) {
        Client client = byId.get(id);
        boolean right = SecretHash.of(secret).equals(client == null ? NOBODY : client.secret());
        return right ? Optional.ofNullable(client) : Optional.empty();
    }
}
