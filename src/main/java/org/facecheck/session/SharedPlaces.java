package org.facecheck.session;

import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Places in a map that several servers have in common. Keys and values are strings, so that no server has to know another
 * one's classes; there are never more entries than places. Whatever fails there, or makes no sense, is no count.
 *
 * @param map whose conditional steps are atomic in all servers
 * @param prefix what its keys begin with
 */
record SharedPlaces(ConcurrentMap<String, String> map, String prefix) implements Places {
    /** More than there can be servers and threads that change one place at the same time. */
    private static final int TRIES = 1000;

    @Override
    public Attempts at(int place) throws UncountedException {
        try {
            return read(map.get(key(place)));
        } catch (RuntimeException broken) {
            throw new UncountedException(broken);
        }
    }

    @Override
    public void change(int place, UnaryOperator<Attempts> step) throws UncountedException {
        try {
            for (int i = 0; i < TRIES; i++) {
                if (changeOnce(key(place), step)) {
                    return;
                }
            }
        } catch (RuntimeException broken) {
            throw new UncountedException(broken);
        }
        throw new UncountedException(new IllegalStateException("others were faster, " + TRIES + " times"));
    }

    private boolean changeOnce(String key, UnaryOperator<Attempts> step) {
        String known = map.get(key);
        String next = step.apply(read(known)).text();
        return known == null ? map.putIfAbsent(key, next) == null : map.replace(key, known, next);
    }

    private static Attempts read(@Nullable String text) {
        return text == null ? Attempts.NONE : Attempts.parse(text);
    }

    private String key(int place) {
        return prefix + place;
    }
}
