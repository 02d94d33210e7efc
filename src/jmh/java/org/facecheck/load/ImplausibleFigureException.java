package org.facecheck.load;

import java.util.Locale;

/** A figure can't be right, so the run fails; the message is one sentence that says what was wrong. */
final class ImplausibleFigureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImplausibleFigureException(String message) {
        super(message);
    }

    /** Throws it unless the condition holds; the message is a format with the values. */
    static void unless(boolean condition, String message, Object... values) {
        if (!condition) {
            throw new ImplausibleFigureException(String.format(Locale.ROOT, message, values));
        }
    }
}
