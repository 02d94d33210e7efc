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
 * @param maxBytesInFlight how much memory all uploads and checks under way may take, in bytes
 * @param uploadTimeout how long a picture, or a form with one, may be on its way from the client
 * @param uploads how many uploads there may be at once, and how slow they may be
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

        UploadLimits uploads,
        PageConfig page) {

    /** The key of the largest selfie. */
    public static final String MAX_BYTES_KEY = "facecheck.capture.max-bytes";

    /** The key of the memory for all pictures. */
    public static final String MAX_BYTES_IN_FLIGHT_KEY = "facecheck.capture.max-bytes-in-flight";

    /** The key of the largest remembered form. */
    public static final String REMEMBER_MAX_BYTES_KEY = "facecheck.remember.max-bytes";

    /** The key of the memory for one address's uploads. */
    public static final String MAX_BYTES_PER_ADDRESS_KEY = "facecheck.capture.max-bytes-per-address";

    /** The key of the memory for one session's uploads. */
    public static final String MAX_BYTES_PER_SESSION_KEY = "facecheck.capture.max-bytes-per-session";

    /** What a form holds beside the picture: a token and its own markup. */
    public static final int FORM_BYTES = 16_384;

    /**
     * How many uploads there may be at once, from the headers to the answer, and how slow they may be.
     *
     * @param max in all
     * @param maxPerAddress from one client address
     * @param maxPerSession in one session
     * @param maxBytesPerAddress how much memory those from one address may take, in bytes
     * @param maxBytesPerSession how much memory those in one session may take, in bytes
     * @param minBytesPerSecond what an upload may not fall below for long
     */
    public record UploadLimits(
            @ConfigKey(value = "facecheck.capture.max-uploads", fallback = "5000")
            int max,

            @ConfigKey(value = "facecheck.capture.max-uploads-per-address", fallback = "500")
            int maxPerAddress,

            @ConfigKey(value = "facecheck.capture.max-uploads-per-session", fallback = "4")
            int maxPerSession,

            @ConfigKey(value = MAX_BYTES_PER_ADDRESS_KEY, fallback = "67108864")
            int maxBytesPerAddress,

            @ConfigKey(value = MAX_BYTES_PER_SESSION_KEY, fallback = "25165824")
            int maxBytesPerSession,

            @ConfigKey(value = "facecheck.capture.min-bytes-per-second", fallback = "500")
            int minBytesPerSecond) {}

    /** The application's own view, a path below the context path. */
    public Optional<String> view() {
        return Optional.ofNullable(ownView);
    }
}
