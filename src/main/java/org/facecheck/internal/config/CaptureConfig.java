package org.facecheck.internal.config;

import java.time.Duration;
import java.util.Optional;
import org.facecheck.internal.config.ConfigKey.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * The capture page and what it takes.
 *
 * @param path where the page is served, below the context path
 * @param ownView the application's own view, or {@code null} for the one in the jar
 * @param maxBytes how large a selfie may be, in bytes
 * @param allowUpload whether a picture may come from a file
 * @param rememberMaxBytes how large a form's body may be to be kept during the check, in bytes
 * @param maxBlocking how many container threads may wait for a verdict where the filter chain is not asynchronous
 * @param maxBytesInFlight how much memory the pictures of all checks under way may take, in bytes
 * @param uploadTimeout how long a picture, or a form with one, may be on its way from the client
 * @param page how the page behaves in a browser
 */
public record CaptureConfig(
        @ConfigKey(value = "facecheck.capture.path", fallback = "/facecheck", form = TextForm.PATH)
        String path,

        @ConfigKey(value = "facecheck.capture.view", form = TextForm.PATH) @Nullable
        String ownView,

        @ConfigKey(value = MAX_BYTES_KEY, fallback = "8388608", min = 10_000, max = 100_000_000)
        int maxBytes,

        @ConfigKey(value = "facecheck.capture.allow-upload", fallback = "true")
        boolean allowUpload,

        @ConfigKey(value = REMEMBER_MAX_BYTES_KEY, fallback = "65536", min = 0, max = 10_000_000)
        int rememberMaxBytes,

        @ConfigKey(value = "facecheck.service.max-blocking", fallback = "8", max = 1000)
        int maxBlocking,

        @ConfigKey(value = MAX_BYTES_IN_FLIGHT_KEY, fallback = "134217728")
        int maxBytesInFlight,

        @ConfigKey(value = "facecheck.capture.upload-timeout", fallback = "PT1M")
        Duration uploadTimeout,

        PageConfig page) {

    /** The key of the largest selfie. */
    public static final String MAX_BYTES_KEY = "facecheck.capture.max-bytes";

    /** The key of the memory for all pictures. */
    public static final String MAX_BYTES_IN_FLIGHT_KEY = "facecheck.capture.max-bytes-in-flight";

    /** The key of the largest remembered form. */
    public static final String REMEMBER_MAX_BYTES_KEY = "facecheck.remember.max-bytes";

    /** What a form holds beside the picture: a token and its own markup. */
    public static final int FORM_BYTES = 16_384;

    /** The application's own view, a path below the context path. */
    public Optional<String> view() {
        return Optional.ofNullable(ownView);
    }
}
