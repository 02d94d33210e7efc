package org.facecheck.internal.figures;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which sessions hold a pass that was given in this server. By id, since a pass holds for the session's id only; a session may be
 * reported to have lost it twice, or never to have had one. What ends a session without telling (a store that several servers
 * share) leaves its id here; hence no more of them than a server has memory for. Thread-safe.
 */
public final class SessionsWithPass {
    /** Some 10 MB of ids; above it the figure stays where it is. */
    private static final int MAX = 100_000;

    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    /** The session has got a pass. */
    public void granted(String id) {
        if (ids.size() < MAX) {
            ids.add(id);
        }
    }

    /** The session has ended, has another id, or has lost its pass. */
    public void ended(String id) {
        ids.remove(id);
    }

    /** How many there are now. */
    public int count() {
        return ids.size();
    }
}
