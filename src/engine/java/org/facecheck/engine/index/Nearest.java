package org.facecheck.engine.index;

import org.jspecify.annotations.Nullable;

/**
 * The nearest person, and how far the nearest template of anybody else is. Immutable and thread-safe.
 *
 * @param key of the person, {@code null} if there is nobody
 * @param distance to the nearest template of this person; infinite if there is nobody
 * @param second to the nearest of another person; infinite if there is none
 */
public record Nearest(@Nullable String key, double distance, double second) {

    /** Nobody yet. */
    static Nearest nobody() {
        return new Nearest(null, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** With one more template. */
    Nearest with(String owner, double other) {
        if (owner.equals(key)) {
            return other < distance ? new Nearest(key, other, second) : this;
        }
        if (other < distance) {
            return new Nearest(owner, other, distance);
        }
        return other < second ? new Nearest(key, distance, other) : this;
    }

    @Override
    public String toString() {
        return "Nearest[distance=%.2f, second=%.2f]".formatted(distance, second);
    }
}
