package org.facecheck.internal.config;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
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
 * @param login what a check leads to beyond a pass
 */
public record CaptureConfig(
        @ConfigKey(value = PATH_KEY, fallback = "/facecheck", form = TextForm.PATH)
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
        PageConfig page,
        Login login) {

    /** The key of the capture page's path. */
    public static final String PATH_KEY = "facecheck.capture.path";

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

    /**
     * The face as the login: whether, and as whom, the application sees who was verified.
     *
     * @param mode {@code null} where the face only comes on top of a login of the application's
     * @param nameField the field of the KYC document that is the caller's name, {@code null} where the application's own
     *     {@code FaceLogin} says it
     * @param roles of everybody who is logged in
     * @param username whether the page asks for the name first; counts where there is a mode only
     * @param maxIdle how long a session may be idle that somebody is logged in to, {@code null} for the container's own time
     * @param logoutPath where a form logs people out, {@code null} for nowhere
     * @param singleSession whether a login ends the same person's earlier ones in other sessions
     */
    public record Login(
            @ConfigKey(value = KEY, form = TextForm.LOGIN) @Nullable
            String mode,

            @ConfigKey(value = NAME_KEY, form = TextForm.LOGIN_FIELD) @Nullable
            String nameField,

            @ConfigKey(value = ROLES_KEY, form = TextForm.ROLES)
            Set<String> roles,

            @ConfigKey(value = USERNAME_KEY, fallback = ASK, form = TextForm.USERNAME)
            String username,

            @ConfigKey(value = MAX_IDLE_KEY) @Nullable Duration maxIdle,

            @ConfigKey(value = LOGOUT_KEY, form = TextForm.PATH) @Nullable
            String logoutPath,

            @ConfigKey(value = SINGLE_KEY, fallback = "false")
            boolean singleSession) {
        /** The page asks for the name, which has to be that of the person. */
        private static final String ASK = "ask";

        /** The container's constraints and components see the caller. */
        public static final String CONTAINER = "container";

        /** The key of the mode. */
        public static final String KEY = "facecheck.login";

        /** The key of the name's field. */
        public static final String NAME_KEY = "facecheck.login.name";

        /** The key of the roles. */
        public static final String ROLES_KEY = "facecheck.login.roles";

        /** The key of whether the name is asked for. */
        public static final String USERNAME_KEY = "facecheck.login.username";

        /** The key of the idle time. */
        public static final String MAX_IDLE_KEY = "facecheck.login.max-idle";

        /** The key of where people log out. */
        public static final String LOGOUT_KEY = "facecheck.login.logout-path";

        /** The key of whether a person is logged in to one session at a time. */
        public static final String SINGLE_KEY = "facecheck.login.single-session";

        public Login {
            roles = Set.copyOf(roles);
        }

        /** Whether the face is the login. */
        public boolean isOn() {
            return mode != null;
        }

        /** Whether the container is told who is logged in, by the second jar. */
        public boolean isOfContainer() {
            return CONTAINER.equals(mode);
        }

        /** Whether the page asks for the name first. */
        public boolean asksUsername() {
            return isOn() && username.equals(ASK);
        }
    }

    /** The application's own view, a path below the context path. */
    public Optional<String> view() {
        return Optional.ofNullable(ownView);
    }
}
