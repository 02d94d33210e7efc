package org.facecheck.internal.verdict;

import java.time.Duration;
import org.facecheck.FaceCaller;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.FaceMatch.Hint;
import org.facecheck.KycIdentity;
import org.jspecify.annotations.Nullable;

/** What a face check comes to: one of four, each with what is needed to answer the client. Immutable. */
public sealed interface Verdict {

    /** What the audit calls it. */
    Outcome outcome();

    /** For the operator, without personal data; {@code null} where there is nothing to add. */
    @Nullable
    default String detail() {
        return null;
    }

    /** Of the one person's record that the face belongs to; {@code null} where there is none, or which one is not known. */
    @Nullable
    default String recordId() {
        return null;
    }

    /**
     * The face is that of this person, who may pass.
     *
     * @param caller who is logged in by it, {@code null} where nobody is
     */
    record Verified(KycIdentity identity, @Nullable FaceCaller caller) implements Verdict {
        /** A person whom the face logs in to nothing. */
        public Verified(KycIdentity identity) {
            this(identity, null);
        }

        @Override
        public @Nullable String recordId() {
            return identity.recordId().orElse(null);
        }

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
    record Refused(
            Outcome outcome,
            @Nullable String detail,
            @Nullable String recordId) implements Verdict {

        /** A refusal that says nothing of a record. */
        public Refused(Outcome outcome, @Nullable String detail) {
            this(outcome, detail, null);
        }

        /** A refusal whose outcome says all. */
        public Refused(Outcome outcome) {
            this(outcome, null, null);
        }
    }

    /**
     * There is no verdict; nothing is said about the person.
     *
     * @param retryAfter when to come back, {@code null} where that is not known
     */
    record Trouble(String detail, @Nullable Duration retryAfter) implements Verdict {

        /** Trouble that may last for any time. */
        public Trouble(String detail) {
            this(detail, null);
        }

        @Override
        public Outcome outcome() {
            return Outcome.TROUBLE;
        }
    }
}
