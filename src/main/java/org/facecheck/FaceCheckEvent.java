package org.facecheck;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt, for audit: logged as one line, and fired as a CDI event where the application has CDI. It says who
 * it was no more than a log may; an observer that must know reads the request that it runs in. An observer that throws before a
 * pass is given keeps the pass from being given.
 *
 * <pre>{@code
 * void audit(@Observes FaceCheckEvent event) {
 *     if (event.outcome() == FaceCheckEvent.Outcome.OTHER_PERSON) {
 *         alarms.raise(event.reference(), event.at());
 *     }
 * }
 * }</pre>
 *
 * <p>Observers are called synchronously, in the thread and the request scope of the request. An event is immutable and
 * thread-safe.
 *
 * <p><strong>May grow.</strong> Later versions may add components and outcomes. Read events by their accessors, give each
 * {@code switch} over the outcome a default, and make events (in tests of observers) by {@link #builder}, never by the
 * constructor.
 *
 * @param outcome what came of it
 * @param reference eight letters and digits; the person was shown them, too, where something went wrong
 * @param at when the outcome was known
 * @param detail more for the operator in fixed words, without personal data; {@code null} where there is nothing to add
 */
public record FaceCheckEvent(
        Outcome outcome,
        String reference,
        Instant at,
        @Nullable String detail) {

    /**
     * Creates an event; see {@link #builder}.
     *
     * @param outcome what came of it
     * @param reference what the person was shown, too
     * @param at when the outcome was known
     * @param detail more for the operator; made fit for a log, as the texts of a {@link KycRecord} are
     */
    public FaceCheckEvent {
        detail = PlainText.ofNullable(detail);
    }

    /** The outcomes that an attempt can have. */
    public enum Outcome {
        /** Verified; the session holds a pass. */
        PASSED,
        /** The service could not use the picture; the person is asked for another one. */
        RETAKE,
        /**
         * The picture was refused before the service was asked: no JPEG or PNG, broken, too small, too large, or none at all.
         * The detail says why, and at which byte where that is known ({@code "segment length beyond end, at 1432"}). The
         * attempt does not count.
         */
        PICTURE_REJECTED,
        /** The face is not on file. */
        NOT_MATCHED,
        /** The face is on file, but no record is good enough. */
        NOT_ACCEPTED,
        /** The good records name more than one person. */
        AMBIGUOUS,
        /** The face is on file, but is not that of the person who should be there: a security event. */
        OTHER_PERSON,
        /** There is no verdict. */
        TROUBLE,
        /** More attempts than the deployer allows. */
        LOCKED,
        /**
         * While an upload or its check was under way, the session ended, got another id, or another principal: a security
         * event, since it is what a planted session looks like. Nothing is concluded: there is no pass, and the client learns
         * nothing of the session as it is now. Where that is found at the last moment only, {@link #PASSED} has been told of
         * the same attempt before; this one is what counts.
         */
        SESSION_CHANGED
    }

    /**
     * Begins an event with what every event has.
     *
     * @param outcome what came of the attempt
     * @param reference what the person was shown, too
     * @param at when
     * @return a builder for one event
     */
    public static Builder builder(Outcome outcome, String reference, Instant at) {
        return new Builder(outcome, reference, at);
    }

    /** Makes an event. Not thread-safe. */
    public static final class Builder {
        private final Outcome outcome;
        private final String reference;
        private final Instant at;
        private @Nullable String detail;

        private Builder(Outcome outcome, String reference, Instant at) {
            this.outcome = outcome;
            this.reference = reference;
            this.at = at;
        }

        /**
         * Adds more for the operator.
         *
         * @param text without personal data, {@code null} for nothing
         * @return this builder
         */
        public Builder detail(@Nullable String text) {
            detail = text;
            return this;
        }

        /**
         * Ends the event.
         *
         * @return the event, with no detail where none was added
         */
        public FaceCheckEvent build() {
            return new FaceCheckEvent(outcome, reference, at, detail);
        }
    }
}
