package org.facecheck.session;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.facecheck.config.AttemptsConfig;

/**
 * How often somebody may try: in one session, as one principal, from one address. The latter two outlive the session, so that
 * a new one is no new chance; they are counted in this server alone. The address is the container's word: no header is read
 * here, and behind a proxy it is the container that has to be told. Thread-safe.
 */
public final class Throttle {
    /** What one customer's network has of an IPv6 address; the rest is theirs to choose. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private final AttemptsConfig config;
    private final Counters principals;
    private final Counters addresses;
    private final Clock clock;

    public Throttle(AttemptsConfig config, Clock clock) {
        this.config = config;
        this.principals = new Counters(config.maxPerPrincipal(), config.window());
        this.addresses = new Counters(config.maxPerAddress(), config.window());
        this.clock = clock;
    }

    /** How long nobody may try any more; zero where they may. */
    public Duration locked(HttpServletRequest request) {
        long now = clock.millis();
        String principal = FaceCheckSession.principal(request);
        return Stream.of(
                        FaceCheckSession.of(request).locked(config, now),
                        principal == null ? Duration.ZERO : principals.locked(principal, now),
                        addresses.locked(address(request), now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Counts an attempt, before its outcome is known, so that parallel ones count too. */
    public void count(HttpServletRequest request) {
        long now = clock.millis();
        String principal = FaceCheckSession.principal(request);
        FaceCheckSession.of(request).countAttempt(config, now);
        if (principal != null) {
            principals.count(principal, now);
        }
        addresses.count(address(request), now);
    }

    /** Takes an attempt back that succeeded, or failed by no fault of the person's. */
    public void forgive(HttpServletRequest request) {
        String principal = FaceCheckSession.principal(request);
        FaceCheckSession.of(request).forgiveAttempt();
        if (principal != null) {
            principals.forgive(principal);
        }
        addresses.forgive(address(request));
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
