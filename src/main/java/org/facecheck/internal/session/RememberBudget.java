package org.facecheck.internal.session;

import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * How much memory all sessions of this server may take together for what they remember. What a session gives up is given back
 * at once, and whatever else happens to it, when its requests are collected: they are known by their ids, held weakly, so that
 * no end of a session can leave the budget short. Thread-safe.
 */
public final class RememberBudget {
    private final long maxBytes;
    /** Bytes by the request's id. The map holds no id: it must be the very string that the request has, and no literal. */
    private final Map<String, Integer> held = new WeakHashMap<>();
    /** At least the sum of what is held: what was collected is still in it, until it is summed up again. */
    private long used;

    /** So many bytes in all. */
    public RememberBudget(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Takes room for a request; {@code false}, and nothing taken, where there is none left. */
    synchronized boolean take(PendingRequest request) {
        if (used + request.bytes() > maxBytes) {
            used = held.values().stream().mapToLong(Integer::longValue).sum();
        }
        if (used + request.bytes() > maxBytes) {
            return false;
        }
        hold(request);
        return true;
    }

    /**
     * Gives back what a session has given up by a step. What it still has is held, even beyond the budget: it may have come
     * from another server of the cluster.
     */
    synchronized void settle(VerificationState before, VerificationState after) {
        Map<String, PendingRequest> gone = new HashMap<>();
        before.requests().forEach(request -> gone.put(request.id(), request));
        after.requests().forEach(request -> {
            gone.remove(request.id());
            hold(request);
        });
        gone.keySet().forEach(this::release);
    }

    private void hold(PendingRequest request) {
        release(request.id());
        held.put(request.id(), request.bytes());
        used += request.bytes();
    }

    private void release(String id) {
        Integer bytes = held.remove(id);
        used -= bytes == null ? 0 : bytes;
    }
}
