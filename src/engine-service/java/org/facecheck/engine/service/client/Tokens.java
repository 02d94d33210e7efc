package org.facecheck.engine.service.client;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.facecheck.engine.service.client.Client.Right;

/**
 * Access tokens: 256 random bits each, of which the hash is kept, in memory. A token is bound to its client and the client's one
 * right, and good for this process until it runs out. Thread-safe.
 */
public final class Tokens {
    /** How long a token is good for: each client asks for one again before that. */
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    /** More than clients need, who keep theirs; a client that asks again and again ends the oldest ones. */
    private static final int MAX_TOKENS = 1000;

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Map<SecretHash, Grant> grants = new LinkedHashMap<>();

    /** No token yet. */
    public Tokens(Clock clock) {
        this.clock = clock;
    }

    private record Grant(Client client, Instant end) {}

    /** A new token for a client that has proved itself. */
    public synchronized String issue(Client client) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        Instant now = clock.instant();
        grants.values().removeIf(grant -> !now.isBefore(grant.end()));
        if (grants.size() >= MAX_TOKENS) {
            grants.remove(grants.keySet().iterator().next());
        }
        grants.put(SecretHash.of(token), new Grant(client, now.plus(LIFETIME)));
        return token;
    }

    /** Ends a token before its time, if there is one. */
    public synchronized void revoke(String token) {
        grants.remove(SecretHash.of(token));
    }

    /**
     * Whose token it is, empty if it is nobody's, has run out, or is for something else. It is found by its hash: how long that takes
     * says nothing of any token.
     *
     * @param token as it was sent
     */
    public synchronized Optional<Client> client(String token, Right right) {
        return Optional.ofNullable(grants.get(SecretHash.of(token)))
                .filter(grant -> clock.instant().isBefore(grant.end()))
                .map(Grant::client)
                .filter(client -> client.right() == right);
    }
}
