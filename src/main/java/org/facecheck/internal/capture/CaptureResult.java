package org.facecheck.internal.capture;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.facecheck.FaceMatch;
import org.facecheck.Selfie;
import org.facecheck.internal.attempts.AttemptsUnavailableException;
import org.facecheck.internal.figures.Limit;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.upload.UploadRefusal;
import org.facecheck.internal.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request to the capture page so far. A step of the flow returns one: either an {@link Answer}, which ends the
 * flow, or what the next step needs.
 */
sealed interface CaptureResult {

    /**
     * An upload that may be checked; the attempt has been counted.
     *
     * @param exchange holds the permit until the check has an answer
     */
    record Admitted(Selfie selfie, CaptureExchange exchange) implements CaptureResult {}

    /**
     * The matcher has answered.
     *
     * @param match {@code null} where it broke its promises
     * @param admission what the check was admitted under; {@code null} in a dispatch of the application's own, which no
     *     check belongs to
     */
    record Matched(@Nullable FaceMatch match, @Nullable Admission admission) implements CaptureResult {}

    /**
     * There is no check. Why is written down, and answered, in the request's own context.
     *
     * @param conclusion what is left to do there
     */
    record Refused(Conclusion conclusion) implements CaptureResult {
        /** What broke where there was no request to break; it is thrown again where there is one. */
        static Refused broken(Throwable unchecked) {
            return new Refused(request -> {
                if (unchecked instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) unchecked;
            });
        }
    }

    /** The rest of an upload that came to nothing. */
    @FunctionalInterface
    interface Conclusion {
        Answer conclude(HttpServletRequest request) throws AttemptsUnavailableException;
    }

    /** What the client is told. {@link CaptureResponder} alone turns it into statuses, headers and pages. */
    sealed interface Answer extends CaptureResult {}

    /** The answers that need no more than their name. */
    enum Simple implements Answer {
        /** The page is shown to a person who may try. */
        INVITED,
        /** No answer in this dispatch: a later one brings it, or the request has ended. */
        PENDING,
        /** The form token is unknown or was used before. */
        TOKEN_REFUSED,
        /** A method that the capture page does not have. */
        METHOD_NOT_ALLOWED
    }

    /**
     * More is under way than the deployer, or the machine, allows.
     *
     * @param limit which one was reached
     */
    record Busy(Limit limit) implements Answer {}

    /**
     * No check is needed any more: the session holds a pass that is good enough.
     *
     * @param target where to go on
     */
    record Redirect(RequestTarget target) implements Answer {}

    /**
     * The upload is no usable picture.
     *
     * @param reference of the audit entry
     */
    record Rejected(UploadRefusal refusal, String reference) implements Answer {}

    /**
     * Too many attempts.
     *
     * @param remaining until the next attempt
     * @param reference of the audit entry; {@code null} where the person has not tried again, but only come to the page
     */
    record Locked(Duration remaining, @Nullable String reference) implements Answer {}

    /**
     * Session or principal are not what they were when the upload was admitted, so that nothing is concluded.
     *
     * @param isOwn whether the session is still the one whose cookie the client has sent, and the client may read a page of it
     * @param reference of the audit entry
     */
    record SessionChanged(boolean isOwn, String reference) implements Answer {}

    /**
     * The check gave no pass.
     *
     * @param verdict anything but a pass
     * @param reference of the audit entry
     * @param attempts what the person has left; {@code null} where the attempt did not count
     */
    record NotVerified(
            Verdict verdict, String reference, @Nullable AttemptsLeft attempts) implements Answer {}

    /**
     * How the person may go on.
     *
     * @param number of attempts
     * @param remaining until the next attempt; {@code null} where they may try at once, or where that is unknown
     */
    record AttemptsLeft(int number, @Nullable Duration remaining) {}
}
