package org.facecheck;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of comparing a selfie with the faces on file: the answer of a {@link FaceMatcher}. A match alone verifies nobody:
 * whether its records are good enough is asked of {@link AcceptancePolicy}, and whether they are the right person's of {@link
 * IdentityBinding}.
 *
 * <pre>{@code
 * FaceMatch answer = response.matches().isEmpty()
 *         ? new FaceMatch.NotMatched()
 *         : new FaceMatch.Matched(records(response));
 * }</pre>
 *
 * <p>All of them are immutable and thread-safe, and live no longer than the request. {@code null} is not allowed but where a
 * component says so.
 *
 * <p>The kinds of answers, and their hints, are those that Faceki documents for its Face Match API: a list of records on
 * success, and a code for each thing that can be wrong with a picture, with the documents on file, or with the account.
 */
public sealed interface FaceMatch {

    /**
     * The face belongs to these KYC records: several where a person has shown several documents, or enrolled twice.
     *
     * @param records at least one; copied
     */
    record Matched(List<KycRecord> records) implements FaceMatch {

        /**
         * Creates a match.
         *
         * @param records at least one; copied
         * @throws IllegalArgumentException if there is no record: a match that can't say whose is none
         */
        public Matched {
            records = List.copyOf(records);
            if (records.isEmpty()) {
                throw new IllegalArgumentException("a match names at least one KYC record");
            }
        }
    }

    /** The face is not on file. The attempt counts. */
    record NotMatched() implements FaceMatch {}

    /** The service did not accept the documents on file, which a better picture will not change. The attempt counts. */
    record NotAccepted() implements FaceMatch {}

    /**
     * The picture could not be used; another one may be.
     *
     * @param hint what to do better
     */
    record Retake(Hint hint) implements FaceMatch {}

    /**
     * There is no answer, and nothing is said about the person. The attempt does not count.
     *
     * <pre>{@code
     * return new FaceMatch.Trouble(Cause.UNAVAILABLE, "matcher: HTTP 503", Duration.ofSeconds(30));
     * }</pre>
     *
     * @param cause who has to act
     * @param detail for the operator's log: short, without token, secret, picture or any text of the response
     * @param retryAfter how long to wait before another attempt makes sense, {@code null} where that is not known. People are
     *     asked to wait for this long, at most for five minutes; for 30 seconds where it is {@code null} or zero
     */
    record Trouble(Cause cause, String detail, @Nullable Duration retryAfter) implements FaceMatch {

        /**
         * Creates trouble.
         *
         * @param cause who has to act
         * @param detail for the operator's log
         * @param retryAfter how long to wait, {@code null} where that is not known
         * @throws IllegalArgumentException if the time to wait is negative
         */
        public Trouble {
            if (retryAfter != null && retryAfter.isNegative()) {
                throw new IllegalArgumentException("the time to wait is negative; leave it out where it is not known");
            }
        }

        /**
         * Creates trouble that may last for any time.
         *
         * @param cause who has to act
         * @param detail for the operator's log
         */
        public Trouble(Cause cause, String detail) {
            this(cause, detail, null);
        }
    }

    /**
     * What the person can do better. There is one for each complaint about a picture that the Face Match API documents; the
     * capture page has a text for each.
     */
    enum Hint {
        /** Nothing in particular is known to be wrong. */
        TRY_AGAIN,
        /** No face was found. */
        NO_FACE,
        /** More than one face was found. */
        TWO_FACES,
        /** There is too little light. */
        TOO_DARK,
        /** The face is blurred. */
        BLURRED,
        /** Part of the face is outside the picture. */
        CROPPED,
        /** The face is too close to the border of the picture. */
        AT_BORDER,
        /** The face is too close to the camera. */
        TOO_CLOSE,
        /** The face is too far away from the camera. */
        TOO_SMALL
    }

    /** Why there is no answer, by who has to act. */
    enum Cause {
        /** The service is down, slow or says itself that it failed: trying later may help. */
        UNAVAILABLE,
        /** The service took longer than the deadline. */
        TIMEOUT,
        /**
         * The matcher has too many checks in flight. A matcher says so of a limit of its own; what the deployer allows is
         * kept before a matcher is asked.
         */
        OVERLOADED,
        /** The account is the problem (credentials, quota, rules): the operator must act. */
        OPERATOR,
        /** The response can't be understood, or contradicts itself. */
        PROTOCOL
    }
}
