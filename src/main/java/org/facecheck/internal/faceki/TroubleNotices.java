package org.facecheck.internal.faceki;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * Tells the operator in words why people can't be checked, and whose turn it is. The audit has a line for each of them; here the
 * first one of a kind is told at once, and the next when a minute is over, with how many there were. Thread-safe.
 */
final class TroubleNotices {
    private static final System.Logger LOG = System.getLogger("org.facecheck");
    private static final Duration QUIET = Duration.ofMinutes(1);
    /** Details are fixed words, a status and a code; a service that makes up ever new ones fills no memory. */
    private static final int MAX_KINDS = 100;

    private final Clock clock;
    /** By what was told, the oldest first. */
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    /** When one kind of trouble was told of last, and how often it has happened since. */
    private record Kind(Instant toldAt, int untold) {}

    TroubleNotices(Clock clock) {
        this.clock = clock;
    }

    /** Tells of trouble that kept somebody from being checked, unless the same was told less than a minute ago. */
    void tell(Trouble trouble) {
        String what = trouble.detail() + ". " + turn(trouble.cause());
        int times = count(what);
        if (times > 0) {
            LOG.log(
                    WARNING,
                    "Facecheck could not check somebody{0}: {1}",
                    times == 1 ? "" : ", " + times + " times since it said so last",
                    what);
        }
    }

    /** Tells what came of asking for a token before anybody needs it. */
    void tellAtStart(@Nullable Trouble trouble) {
        if (trouble == null) {
            LOG.log(INFO, "Facecheck has a token of the service: client id and secret are good");
        } else {
            LOG.log(
                    WARNING,
                    "Facecheck got no token of the service at start: {0}. {1}",
                    trouble.detail(),
                    turn(trouble.cause()));
        }
    }

    /** How many there are to be told of, this one among them; 0 where it is too soon. */
    private synchronized int count(String what) {
        Instant now = clock.instant();
        Kind last = kinds.get(what);
        if (last != null && now.isBefore(last.toldAt().plus(QUIET))) {
            kinds.put(what, new Kind(last.toldAt(), last.untold() + 1));
            return 0;
        }
        if (last == null && kinds.size() >= MAX_KINDS) {
            kinds.remove(kinds.keySet().iterator().next());
        }
        kinds.put(what, new Kind(now, 0));
        return last == null ? 1 : last.untold() + 1;
    }

    /** Who has to act, and what to look at. */
    private static String turn(Cause cause) {
        return switch (cause) {
            case UNAVAILABLE ->
                "The service is down or out of reach, and nobody can be checked until it answers. If it answers others, look at this"
                        + " server's proxy, firewall and trust store; else it is Faceki's turn";
            case TIMEOUT ->
                "The service, or the way to it, is slower than facecheck.service.timeout allows. If that lasts, it is Faceki's turn";
            case OVERLOADED -> "More checks are under way than the service takes; people are asked to wait";
            case OPERATOR ->
                "It is your turn: put the account in order at Faceki, or the client id and secret in the configuration. Until then"
                        + " nobody whom this concerns can be checked";
            case PROTOCOL ->
                "This is no answer of a Face Match API that is known here. Look at facecheck.service.base-url and"
                        + " facecheck.service.dialect; perhaps a proxy has answered in the service's place";
        };
    }
}
