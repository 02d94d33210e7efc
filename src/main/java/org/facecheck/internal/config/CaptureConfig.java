package org.facecheck.internal.config;

import java.time.Duration;
import java.util.Optional;
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
 * @param uploadTimeout how long a picture may be on its way from the client
 * @param page how the page behaves in a browser
 */
public record CaptureConfig(
        String path,
        @Nullable String ownView,
        int maxBytes,
        boolean allowUpload,
        int rememberMaxBytes,
        int maxBlocking,
        int maxBytesInFlight,
        Duration uploadTimeout,
        PageConfig page) {

    /** What a form holds beside the picture: a token and its own markup. */
    public static final int FORM_BYTES = 16_384;

    /** The application's own view, a path below the context path. */
    public Optional<String> view() {
        return Optional.ofNullable(ownView);
    }
}
