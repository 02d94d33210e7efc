package org.facecheck.internal.config;

import java.util.Locale;
import java.util.Optional;
import org.facecheck.internal.config.ConfigKey.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * How the capture page behaves in a browser.
 *
 * @param fixedAuto whether a picture that has been good for a moment is taken by itself, or {@code null} for: where there is a
 *     detector, since without one nothing says that there is a face in it
 * @param ownDetector the path of the application's own detector, or {@code null} for none
 * @param ownStyle the path of the application's own style sheet, or {@code null} for none
 * @param fixedLanguage the page's only language, or {@code null} for the browser's
 * @param ownPolicy the operator's Content-Security-Policy, or {@code null} for the jar's own
 */
public record PageConfig(
        @ConfigKey("facecheck.capture.auto") @Nullable Boolean fixedAuto,

        @ConfigKey(value = "facecheck.capture.detector", form = TextForm.PATH) @Nullable
        String ownDetector,

        @ConfigKey(value = "facecheck.capture.style-sheet", form = TextForm.PATH) @Nullable
        String ownStyle,

        @ConfigKey("facecheck.capture.language") @Nullable Locale fixedLanguage,

        @ConfigKey(value = "facecheck.capture.content-security-policy", form = TextForm.POLICY) @Nullable
        String ownPolicy) {

    /** What the operator says of pictures that are taken by themselves; empty where they leave it to the page. */
    public Optional<Boolean> auto() {
        return Optional.ofNullable(fixedAuto);
    }

    /** The application's own detector, a path below the context path. */
    public Optional<String> detector() {
        return Optional.ofNullable(ownDetector);
    }

    /** The application's own style sheet, a path below the context path. */
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
