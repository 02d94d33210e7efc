package org.facecheck.internal.page;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.facecheck.FaceMatch.Hint;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.facecheck.internal.verdict.Verdict;

/**
 * What the page has to tell, and the status that goes with it.
 *
 * @param status of the HTTP answer
 * @param key of the text in the page's language
 * @param reference for the help desk, empty where none is needed
 * @param retryAfter when to come back, zero for at once
 * @param left how many attempts are left, or {@link #ANY_NUMBER}
 */
public record PageMessage(int status, String key, String reference, Duration retryAfter, int left) {
    /** Attempts are of no matter, since this one does not count. */
    static final int ANY_NUMBER = -1;

    /** RFC 9110, section 15.5.21. */
    static final int UNPROCESSABLE = 422;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration SHORTLY = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(30);
    private static final Duration AT_MOST = Duration.ofMinutes(5);

    PageMessage(int status, String key, String reference, Duration retryAfter) {
        this(status, key, reference, retryAfter, ANY_NUMBER);
    }

    public static PageMessage of(int status, String key) {
        return new PageMessage(status, key, "", Duration.ZERO);
    }

    /** More checks are in flight than the deployer allows. */
    public static PageMessage busy() {
        return new PageMessage(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "busy", "", SHORTLY);
    }

    public static PageMessage locked(Duration left, String reference) {
        return new PageMessage(TOO_MANY_REQUESTS, "locked", reference, left, 0);
    }

    /** With the attempts that are left after this one, and how long to wait where none is. */
    public PageMessage counting(int attemptsLeft, Duration locked) {
        return new PageMessage(status, key, reference, locked.isZero() ? retryAfter : locked, attemptsLeft);
    }

    /** The same with the reference of the audit entry, for a person who asks for help. */
    public PageMessage withReference(String auditReference) {
        return new PageMessage(status, key, auditReference, retryAfter, left);
    }

    /** The news of a verdict that is no pass. It tells a stranger's face nothing: nobody's, or somebody else's, is one. */
    public static PageMessage of(Verdict verdict, String reference) {
        return switch (verdict.outcome()) {
            case RETAKE -> of(UNPROCESSABLE, key(((Verdict.Retake) verdict).hint()));
            case NOT_MATCHED, OTHER_PERSON ->
                new PageMessage(HttpServletResponse.SC_FORBIDDEN, "not-matched", reference, Duration.ZERO);
            case NOT_ACCEPTED, AMBIGUOUS ->
                new PageMessage(HttpServletResponse.SC_FORBIDDEN, "not-accepted", reference, Duration.ZERO);
            case TROUBLE, PASSED, LOCKED, PICTURE_REJECTED ->
                new PageMessage(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "trouble", reference, later(verdict));
        };
    }

    /** The news of what is no selfie. */
    public static PageMessage of(Fault fault) {
        return switch (fault) {
            case OTHER_FORMAT -> of(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "not-a-picture");
            case UNREADABLE -> of(UNPROCESSABLE, "picture-unreadable");
            case NOT_ALONE -> of(UNPROCESSABLE, "picture-not-alone");
            case TOO_SMALL -> of(UNPROCESSABLE, "picture-too-small");
            case TOO_LARGE -> of(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "picture-too-large");
            case BUSY -> busy();
        };
    }

    /** Whatever asks for a wait, a service or a matcher of the application's, a person is not sent away for a day. */
    private static Duration later(Verdict verdict) {
        Duration asked = verdict instanceof Verdict.Trouble trouble ? trouble.retryAfter() : null;
        if (asked == null || asked.isZero()) {
            return LATER;
        }
        return asked.compareTo(AT_MOST) > 0 ? AT_MOST : asked;
    }

    private static String key(Hint hint) {
        return "retake-" + hint.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
