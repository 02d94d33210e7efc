package org.facecheck.internal.attempts;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Places in this server's memory. */
final class LocalCounterStore implements CounterStore {
    private final AtomicReferenceArray<AttemptCount> places = new AtomicReferenceArray<>(NUMBER);

    @Override
    public AttemptCount at(int place) {
        return orNone(places.get(place));
    }

    @Override
    public void change(int place, UnaryOperator<AttemptCount> step) {
        places.updateAndGet(place, known -> step.apply(orNone(known)));
    }

    private static AttemptCount orNone(@Nullable AttemptCount attempts) {
        return attempts == null ? AttemptCount.NONE : attempts;
    }
}
