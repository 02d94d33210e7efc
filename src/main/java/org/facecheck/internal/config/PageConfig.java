package org.facecheck.internal.config;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the capture page behaves in a browser.
 *
 * @param auto whether a picture that has been good for a moment is taken by itself
 * @param ownDetector the path of the application's own detector, or {@code null} for none
 * @param ownStyle the path of the application's own style sheet, or {@code null} for none
 * @param fixedLanguage the page's only language, or {@code null} for the browser's
 * @param ownPolicy the operator's Content-Security-Policy, or {@code null} for the jar's own
 */
public record PageConfig(
        boolean auto,
        @Nullable String ownDetector,
        @Nullable String ownStyle,
        @Nullable Locale fixedLanguage,
        @Nullable String ownPolicy) {

    /** A path below the context path. */
    public Optional<String> detector() {
        return Optional.ofNullable(ownDetector);
    }

    /** Likewise. */
    public Optional<String> style() {
        return Optional.ofNullable(ownStyle);
    }

    /** The page's language whatever the browser asks for. */
    public Optional<Locale> language() {
        return Optional.ofNullable(fixedLanguage);
    }

    /** What the operator wrote in place of the jar's own policy. */
    public Optional<String> policy() {
        return Optional.ofNullable(ownPolicy);
    }
}
