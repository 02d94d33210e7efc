package org.facecheck.engine.gallery;

import org.facecheck.internal.caller.ComparableText;

/**
 * Keys in the one form in which they are looked up: the library compares names so, and a user name that somebody has typed comes
 * from it in that form. Case and white space make no difference, so that {@code AGross} can't be enrolled beside {@code agross}.
 * Thread-safe, since it has no state.
 */
public final class KeyForm {
    private KeyForm() {}

    /** The form of a key; two keys of one form are one person's. */
    public static String of(String key) {
        return ComparableText.of(key).value();
    }
}
