package org.facecheck.internal.attempts;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Slots in this server's memory: a restart empties them. */
final class LocalCounterStore implements CounterStore {
    private final AtomicReferenceArray<AttemptCount> slots = new AtomicReferenceArray<>(SLOTS);

    @Override
    public AttemptCount at(int slot) {
        return orNone(slots.get(slot));
    }

    @Override
    public AttemptCount change(int slot, UnaryOperator<AttemptCount> step) {
        return orNone(slots.getAndUpdate(slot, known -> step.apply(orNone(known))));
    }

    private static AttemptCount orNone(@Nullable AttemptCount attempts) {
        return attempts == null ? AttemptCount.NONE : attempts;
    }
}
