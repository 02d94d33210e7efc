package org.facecheck.internal.page.text;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.facecheck.FaceMatch.Hint;
import org.facecheck.internal.config.RoundedUp;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.facecheck.internal.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What the page tells a person about their last attempt, and the HTTP status that goes with it. Immutable.
 *
 * @param status of the HTTP response
 * @param key of the texts in the page's language: {@code news.KEY.title} and {@code news.KEY.text}, or {@code news.KEY.file}
 *     where there is one and no camera has taken the picture
 * @param reference by which the help desk finds the event, {@code null} where there is nothing to ask them
 * @param retryAfter when to come back, {@code null} for at once
 * @param attemptsLeft how many attempts are left after this one, {@code null} where this one did not count
 * @param isOfCamera whether a camera has just taken the picture that it is about; false where that is not known
 */
public record PageMessage(
        int status,
        String key,
        @Nullable String reference,
        @Nullable Duration retryAfter,
        @Nullable Integer attemptsLeft,
        boolean isOfCamera) {
    /** How soon it is worth trying again while others are checked; a check takes a few seconds. */
    public static final Duration BUSY_RETRY = Duration.ofSeconds(5);

    /** RFC 9110 section 15.5.21; the servlet API has no name for it. */
    private static final int UNPROCESSABLE_CONTENT = 422;

    /** RFC 6585 section 4. */
    private static final int TOO_MANY_REQUESTS = 429;

    private static final String LOCKED = "locked";
    private static final String NO_PICTURE = "no-picture";
    private static final String RETAKE = "retake-";

    private static final Duration DEFAULT_TROUBLE_RETRY = Duration.ofSeconds(30);
    private static final Duration LONGEST_TROUBLE_RETRY = Duration.ofMinutes(5);

    /** About a picture of which nothing says that a camera has just taken it. */
    public PageMessage(
            int status,
            String key,
            @Nullable String reference,
            @Nullable Duration retryAfter,
            @Nullable Integer attemptsLeft) {
        this(status, key, reference, retryAfter, attemptsLeft, false);
    }

    /** The form's token had been used, or the session that knew it is over. */
    public static PageMessage tokenUsed() {
        return withoutReference(HttpServletResponse.SC_FORBIDDEN, "token");
    }

    /** The form had no picture in it. */
    public static PageMessage noPicture() {
        return withoutReference(HttpServletResponse.SC_BAD_REQUEST, NO_PICTURE);
    }

    /** The person has not agreed to what is to become of the picture, which is therefore not used. */
    public static PageMessage noConsent() {
        return withoutReference(HttpServletResponse.SC_BAD_REQUEST, "no-consent");
    }

    /** A picture that is the body itself must announce its length, so that it can be refused before it is read. */
    public static PageMessage lengthRequired() {
        return withoutReference(HttpServletResponse.SC_LENGTH_REQUIRED, NO_PICTURE);
    }

    /** The form was longer on its way than an upload may be. */
    public static PageMessage tooSlow() {
        return withoutReference(HttpServletResponse.SC_REQUEST_TIMEOUT, NO_PICTURE);
    }

    /** More checks are under way than the deployer allows. */
    public static PageMessage busy() {
        return new PageMessage(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "busy", null, BUSY_RETRY, null);
    }

    /** No attempt is left for so long; told to a person who has not tried now, so that there is nothing to refer to. */
    public static PageMessage locked(Duration remaining) {
        return locked(remaining, null);
    }

    /**
     * No attempt is left for so long.
     *
     * @param reference of the attempt that was made all the same, {@code null} where none was
     */
    public static PageMessage locked(Duration remaining, @Nullable String reference) {
        return new PageMessage(TOO_MANY_REQUESTS, LOCKED, reference, remaining, 0);
    }

    /**
     * The message of a verdict that gave no pass. A face that nobody enrolled and one that belongs to another person get the
     * same message: it must not tell who is enrolled.
     */
    public static PageMessage of(Verdict verdict, String reference) {
        return switch (verdict.outcome()) {
            case RETAKE -> retake(((Verdict.Retake) verdict).hint());
            case NOT_MATCHED, OTHER_PERSON -> refused("not-matched", reference);
            case NOT_ACCEPTED, AMBIGUOUS -> refused("not-accepted", reference);
            case TROUBLE, PASSED, LOCKED, PICTURE_REJECTED, SESSION_CHANGED, LOGGED_OUT ->
                trouble(reference, retryAfter(verdict));
        };
    }

    /** The message of a picture that could not be made a selfie. */
    public static PageMessage of(Fault fault) {
        return switch (fault) {
            case OTHER_FORMAT -> withoutReference(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "not-a-picture");
            case UNREADABLE -> withoutReference(UNPROCESSABLE_CONTENT, "picture-unreadable");
            case TOO_SMALL -> withoutReference(UNPROCESSABLE_CONTENT, "picture-too-small");
            case TOO_LARGE -> withoutReference(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "picture-too-large");
            case BUSY -> busy();
        };
    }

    /** The service asks for a better picture. No help desk can do more about it than the hint says. */
    public static PageMessage retake(Hint hint) {
        return withoutReference(
                UNPROCESSABLE_CONTENT,
                RETAKE + hint.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The check could not be made; nothing is said about the person. */
    public static PageMessage trouble(String reference, Duration retryAfter) {
        return new PageMessage(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "trouble", reference, retryAfter, null);
    }

    /** The same message with the reference of the audit entry, for a person who asks for help. */
    public PageMessage withReference(String auditReference) {
        return new PageMessage(status, key, auditReference, retryAfter, attemptsLeft, isOfCamera);
    }

    /**
     * The same message with the attempts that are left after this one.
     *
     * @param locked how long no further attempt is possible, {@code null} where one is, or where nothing is known of it
     */
    public PageMessage withAttemptsLeft(int left, @Nullable Duration locked) {
        return new PageMessage(status, key, reference, locked == null ? retryAfter : locked, left, isOfCamera);
    }

    /** The same message to somebody who is at a camera, and can move, turn, or hold still for the next picture. */
    public PageMessage ofCamera() {
        return new PageMessage(status, key, reference, retryAfter, attemptsLeft, true);
    }

    /** Whether the page says how many attempts are left. A locked person knows it by the message itself. */
    public boolean tellsAttemptsLeft() {
        return attemptsLeft != null && !key.equals(LOCKED);
    }

    /**
     * Whether it asks for another file. Of what the page's camera takes, only a service can ask for another one: the rest is
     * about what was sent in place of a usable picture.
     */
    public boolean isAboutFile() {
        return key.equals(NO_PICTURE)
                || key.equals("not-a-picture")
                || key.startsWith("picture-")
                || (key.startsWith(RETAKE) && !isOfCamera);
    }

    /** Seconds until the next attempt is possible, rounded up; 0 where it is possible now. */
    public long lockedSeconds() {
        return attemptsLeft != null && attemptsLeft == 0 && retryAfter != null ? RoundedUp.seconds(retryAfter) : 0;
    }

    private static PageMessage refused(String key, String reference) {
        return new PageMessage(HttpServletResponse.SC_FORBIDDEN, key, reference, null, null);
    }

    private static PageMessage withoutReference(int status, String key) {
        return new PageMessage(status, key, null, null, null);
    }

    /** A service, or a matcher of the application's, may ask for any wait; a person is not sent away for a day. */
    private static Duration retryAfter(Verdict verdict) {
        Duration asked = verdict instanceof Verdict.Trouble trouble ? trouble.retryAfter() : null;
        if (asked == null || asked.isZero()) {
            return DEFAULT_TROUBLE_RETRY;
        }
        return asked.compareTo(LONGEST_TROUBLE_RETRY) > 0 ? LONGEST_TROUBLE_RETRY : asked;
    }
}
