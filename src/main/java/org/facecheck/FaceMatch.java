package org.facecheck;

import java.time.Duration;
import java.util.List;

/**
 * What came of comparing a selfie with the faces on file. A match alone verifies nobody: whether its records are good
 * enough is asked of {@link AcceptancePolicy}, whether they are the right person's of {@link IdentityBinding}.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface FaceMatch {

    /**
     * The face belongs to these KYC records.
     *
     * @param records at least one
     */
    record Matched(List<KycRecord> records) implements FaceMatch {
        public Matched {
            records = List.copyOf(records);
            if (records.isEmpty()) {
                throw new IllegalArgumentException("a match names at least one KYC record");
            }
        }
    }

    /** The face is on nobody's file. */
    record NotMatched() implements FaceMatch {}

    /** The service did not accept the documents on file, which a better picture will not change. */
    record NotAccepted() implements FaceMatch {}

    /**
     * The picture could not be used; another one may be.
     *
     * @param hint what to do better
     */
    record Retake(Hint hint) implements FaceMatch {}

    /**
     * No verdict was to be had.
     *
     * @param cause whose turn it is to act
     * @param detail for the operator's log: short, without token, secret, picture or anything of the response's text
     * @param retryAfter how long to wait before another attempt makes sense, zero where nobody knows. People are asked to
     *     wait for this long, at most for five minutes
     */
    record Trouble(Cause cause, String detail, Duration retryAfter) implements FaceMatch {
        public Trouble {
            if (retryAfter.isNegative()) {
                throw new IllegalArgumentException("the time to wait is negative; write zero where it is not known");
            }
        }

        /** Trouble of which nobody knows how long it will last. */
        public Trouble(Cause cause, String detail) {
            this(cause, detail, Duration.ZERO);
        }
    }

    /** What the person can do better, one for each thing that the Face Match API complains of. */
    enum Hint {
        TRY_AGAIN,
        NO_FACE,
        TWO_FACES,
        TOO_DARK,
        BLURRED,
        CROPPED,
        AT_BORDER,
        TOO_CLOSE,
        TOO_SMALL
    }

    /** Why there is no verdict. */
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
        /** The answer made no sense, or contradicted itself. */
        PROTOCOL
    }
}
