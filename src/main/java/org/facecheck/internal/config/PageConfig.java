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
 * @param notice what the page says of the application
 */
public record PageConfig(
        @ConfigKey("facecheck.capture.auto") @Nullable Boolean fixedAuto,

        @ConfigKey(value = "facecheck.capture.detector", form = TextForm.PATH) @Nullable
        String ownDetector,

        @ConfigKey(value = "facecheck.capture.style-sheet", form = TextForm.PATH) @Nullable
        String ownStyle,

        @ConfigKey("facecheck.capture.language") @Nullable Locale fixedLanguage,

        @ConfigKey(value = "facecheck.capture.content-security-policy", form = TextForm.POLICY) @Nullable
        String ownPolicy,

        Notice notice) {

    /**
     * What the page tells people of the application that it belongs to.
     *
     * @param applicationName what people know the application by, or {@code null} for nothing on top of the page
     * @param logo the path of the application's mark, or {@code null} for none
     * @param helpAddress where people find help, an address or a path, or {@code null} for no link
     * @param privacyAddress of the privacy policy, likewise
     * @param processor who gets the pictures and compares them
     * @param consent whether a person has to agree before a picture is taken, and no picture is used without
     */
    public record Notice(
            @ConfigKey("facecheck.capture.title") @Nullable String applicationName,

            @ConfigKey(value = "facecheck.capture.logo", form = TextForm.PATH) @Nullable
            String logo,

            @ConfigKey(value = "facecheck.capture.help-url", form = TextForm.LINK) @Nullable
            String helpAddress,

            @ConfigKey(value = "facecheck.capture.privacy-url", form = TextForm.LINK) @Nullable
            String privacyAddress,

            @ConfigKey(value = "facecheck.capture.processor", fallback = "Faceki")
            String processor,

            @ConfigKey(value = "facecheck.capture.consent", fallback = "false")
            boolean consent) {}

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
