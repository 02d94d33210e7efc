package org.facecheck.internal.session;

import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * How much memory all sessions of this server may take together for what they remember. What a session gives up is given back
 * at once, and whatever else happens to it, when its errands are collected: they are known by their ids, held weakly, so that
 * no end of a session can leave the budget short. Thread-safe.
 */
public final class RememberBudget {
    private final long maxBytes;
    private final Map<String, Integer> held = new WeakHashMap<>();
    private long used;

    public RememberBudget(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Takes room for an errand, if there is any left. */
    synchronized boolean take(PendingRequest errand) {
        if (used + errand.bytes() > maxBytes) {
            used = held.values().stream().mapToLong(Integer::longValue).sum();
        }
        if (used + errand.bytes() > maxBytes) {
            return false;
        }
        hold(errand);
        return true;
    }

    /** Gives back what a session has given up. */
    synchronized void settle(VerificationState before, VerificationState after) {
        Map<String, PendingRequest> gone = new HashMap<>();
        before.errands().forEach(errand -> gone.put(errand.id(), errand));
        after.errands().forEach(errand -> {
            gone.remove(errand.id());
            hold(errand);
        });
        gone.keySet().forEach(this::release);
    }

    private void hold(PendingRequest errand) {
        release(errand.id());
        held.put(errand.id(), errand.bytes());
        used += errand.bytes();
    }

    private void release(String id) {
        Integer bytes = held.remove(id);
        used -= bytes == null ? 0 : bytes;
    }
}
