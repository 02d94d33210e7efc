package org.facecheck.fake;

import static org.mockito.Mockito.mock;

import java.util.concurrent.ConcurrentMap;

/** Caches of a cluster. */
public final class Caches {
    private Caches() {}

    /** One that fails whatever is asked of it. */
    @SuppressWarnings("unchecked")
    public static ConcurrentMap<String, String> broken() {
        return mock(ConcurrentMap.class, call -> {
            throw new IllegalStateException("the cluster is gone");
        });
    }
}
