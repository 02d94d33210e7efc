package org.facecheck.internal.verdict;

import java.time.Duration;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.FaceMatch.Hint;
import org.facecheck.KycIdentity;

/** What a face check comes to. */
public sealed interface Verdict {

    /** What the audit calls it. */
    Outcome outcome();

    /** For the operator: no personal data, empty where there is nothing to add. */
    default String detail() {
        return "";
    }

    /** It is this person, and all is well. */
    record Verified(KycIdentity identity) implements Verdict {
        @Override
        public Outcome outcome() {
            return Outcome.PASSED;
        }
    }

    /** A better picture is needed. */
    record Retake(Hint hint) implements Verdict {
        @Override
        public Outcome outcome() {
            return Outcome.RETAKE;
        }

        @Override
        public String detail() {
            return hint.name();
        }
    }

    /** Not verified, for one of the reasons that another picture of the same face will not change. */
    record Refused(Outcome outcome, String detail) implements Verdict {}

    /**
     * No verdict was to be had; nothing is said about the person.
     *
     * @param retryAfter when to come back, zero where nobody knows
     */
    record Trouble(String detail, Duration retryAfter) implements Verdict {
        public Trouble(String detail) {
            this(detail, Duration.ZERO);
        }

        @Override
        public Outcome outcome() {
            return Outcome.TROUBLE;
        }
    }
}
