package org.facecheck.internal.caller;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.facecheck.FaceCaller;
import org.jspecify.annotations.Nullable;

/**
 * To which session each person has logged in last, where a person may be logged in to one at a time. Kept in this server's memory: at
 * most one entry for each person, until that login ends. Names are compared as the login does, since documents of one person may
 * write it in several ways. A login that is not known here, of before a restart or of another server, is none; else one that had been
 * superseded would be good again. Thread-safe.
 */
public final class LatestLogins {
    private final Map<ComparableText, String> sessions = new ConcurrentHashMap<>();

    /** Somebody logs in, and is logged in nowhere else from now on. To be told before the session has the pass. */
    public void loggedIn(FaceCaller caller, String sessionId) {
        sessions.put(key(caller), sessionId);
    }

    /** A login of this session is over; one of another session stays. */
    public void loggedOut(FaceCaller caller, String sessionId) {
        sessions.remove(key(caller), sessionId);
    }

    /**
     * Whether the login of this session is the person's latest.
     *
     * @param sessionId {@code null} where it is not known any more
     */
    public boolean isLatest(FaceCaller caller, @Nullable String sessionId) {
        return sessionId != null && sessionId.equals(sessions.get(key(caller)));
    }

    private static ComparableText key(FaceCaller caller) {
        return ComparableText.of(caller.getName());
    }
}
