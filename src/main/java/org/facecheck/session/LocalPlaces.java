package org.facecheck.session;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Places in this server's memory. */
final class LocalPlaces implements Places {
    private final AtomicReferenceArray<Attempts> places = new AtomicReferenceArray<>(NUMBER);

    @Override
    public Attempts at(int place) {
        return orNone(places.get(place));
    }

    @Override
    public void change(int place, UnaryOperator<Attempts> step) {
        places.updateAndGet(place, known -> step.apply(orNone(known)));
    }

    private static Attempts orNone(@Nullable Attempts attempts) {
        return attempts == null ? Attempts.NONE : attempts;
    }
}
