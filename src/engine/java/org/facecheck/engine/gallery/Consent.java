package org.facecheck.engine.gallery;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * On what ground a person's template is kept, and for how long (GDPR, articles 5 (1) e and 9 (2) a). Immutable and thread-safe.
 *
 * <pre>{@code
 * new Consent("HR-2026/0815", LocalDate.of(2027, 12, 31)).isOver(LocalDate.now(clock));
 * }</pre>
 *
 * @param reference where the person's consent, or the law, is filed, such as {@code HR-2026/0815}; {@code null} if nobody said
 * @param keepUntil the last day on which the person is recognised, {@code null} without end
 */
public record Consent(@Nullable String reference, @Nullable LocalDate keepUntil) {

    /** Nothing was said: kept until somebody deletes the person. */
    public static Consent unstated() {
        return new Consent(null, null);
    }

    /** Whether the last day is over. */
    public boolean isOver(LocalDate today) {
        return keepUntil != null && today.isAfter(keepUntil);
    }

    @Override
    public String toString() {
        return "Consent[keepUntil=" + keepUntil + "]";
    }
}
