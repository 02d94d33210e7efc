package org.facecheck.internal.attempts;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.facecheck.internal.config.AttemptsConfig;
import org.facecheck.internal.session.FaceCheckSession;

/**
 * How often somebody may try: in one session, as one principal, from one address. The latter two outlive the session, so that
 * a new one is no new chance; they are counted in this server, or by all servers of a cluster in a map that they share. Where
 * that map fails, nobody may try. The address is the container's word: no header is read here, and behind a proxy it is the
 * container that has to be told. Thread-safe.
 */
public final class AttemptLimiter {
    /** What one customer's network has of an IPv6 address; the rest is theirs to choose. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private final AttemptsConfig config;
    private final AttemptCounters principals;
    private final AttemptCounters addresses;
    private final Clock clock;

    private AttemptLimiter(
            AttemptsConfig config,
            Clock clock,
            KeyedNameHash hash,
            CounterStore ofPrincipals,
            CounterStore ofAddresses) {
        this.config = config;
        this.principals = new AttemptCounters(config.maxPerPrincipal(), config.window(), hash, ofPrincipals);
        this.addresses = new AttemptCounters(config.maxPerAddress(), config.window(), hash, ofAddresses);
        this.clock = clock;
    }

    /** Counts in this server's memory. */
    public AttemptLimiter(AttemptsConfig config, Clock clock) {
        this(config, clock, KeyedNameHash.random(), new LocalCounterStore(), new LocalCounterStore());
    }

    /**
     * Counts in a map that all servers of a cluster have.
     *
     * @param map whose {@code putIfAbsent} and {@code replace} are atomic in the cluster. It gets 131,072 short entries of
     *     this application's at most, which hold neither names nor addresses
     * @param application tells this application's entries from others', the same in all servers
     * @param secret from which nothing but the hash of names is made, the same in all servers
     */
    public static AttemptLimiter shared(
            AttemptsConfig config, Clock clock, ConcurrentMap<String, String> map, String application, String secret) {
        String prefix = "facecheck " + application;
        return new AttemptLimiter(
                config,
                clock,
                KeyedNameHash.of(secret),
                new SharedCounterStore(map, prefix + " principal "),
                new SharedCounterStore(map, prefix + " address "));
    }

    /**
     * How long nobody may try any more; zero where they may.
     *
     * @throws AttemptsUnavailableException where nobody knows, so that nobody may
     */
    public Duration locked(HttpServletRequest request) throws AttemptsUnavailableException {
        long now = clock.millis();
        String principal = FaceCheckSession.principal(request);
        return Stream.of(
                        FaceCheckSession.of(request).locked(config, now),
                        principal == null ? Duration.ZERO : principals.locked(principal, now),
                        addresses.locked(address(request), now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /**
     * Counts an attempt, before its outcome is known, so that parallel ones count too.
     *
     * @throws AttemptsUnavailableException where it can't be counted, so that it must not be made
     */
    public void count(HttpServletRequest request) throws AttemptsUnavailableException {
        long now = clock.millis();
        String principal = FaceCheckSession.principal(request);
        addresses.count(address(request), now);
        if (principal != null) {
            principals.count(principal, now);
        }
        FaceCheckSession.of(request).countAttempt(config, now);
    }

    /** Takes an attempt back that succeeded, or failed by no fault of the person's; where that fails, it stays counted. */
    public void forgive(HttpServletRequest request) {
        String principal = FaceCheckSession.principal(request);
        FaceCheckSession.of(request).forgiveAttempt();
        try {
            addresses.forgive(address(request));
            if (principal != null) {
                principals.forgive(principal);
            }
        } catch (AttemptsUnavailableException failed) {
            System.getLogger("org.facecheck")
                    .log(System.Logger.Level.WARNING, "an attempt stays counted: {0}", failed.getMessage());
        }
    }

    /** Only what is an address already is parsed, so that no name is ever looked up. */
    private static String address(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        if (address == null || address.indexOf(':') < 0) {
            return String.valueOf(address);
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length > IPV6_NETWORK_BYTES
                    ? Arrays.toString(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES))
                    : Arrays.toString(bytes);
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
