package org.facecheck;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt, for audit: logged as one line, and fired as a CDI event where the application has CDI. The line says
 * nothing of the person unless the deployer wants it to ({@code facecheck.audit.log-fields}); the event says who it was. An
 * observer that throws before a pass is given keeps the pass from being given.
 *
 * <pre>{@code
 * void audit(@Observes FaceCheckEvent event) {
 *     if (event.outcome() == FaceCheckEvent.Outcome.PASSED) {
 *         register.insert(event.at(), event.principal(), event.recordId(), event.requestedPath());
 *     }
 * }
 * }</pre>
 *
 * <p>Observers are called synchronously, in the thread and the request scope of the request. An event is immutable and
 * thread-safe. It holds personal data, and may be kept for as long as the application has a reason to; its text form shows none.
 *
 * <p><strong>May grow.</strong> Later versions may add components and outcomes. Read events by their accessors, give each
 * {@code switch} over the outcome a default, and make events (in tests of observers) by {@link #builder}, never by the
 * constructor. A component is {@code null} where it is not known: where an upload is refused before it is read, there is no
 * picture, and where nothing had been interrupted, there is no path.
 *
 * @param outcome what came of it
 * @param reference eight letters and digits; the person was shown them, too, where something went wrong
 * @param at when the outcome was known
 * @param detail more for the operator in fixed words, without personal data; {@code null} where there is nothing to add
 * @param application the application's context path, {@code /} for the root; {@code null} in events of tests only
 * @param rule the name of the rule that asked for the check
 * @param requestedPath the path that was asked for when the rule asked for a check, context path included, without its query
 * @param principal the name of whoever is logged in; {@code null} where nobody is
 * @param clientAddress the client's address as the server names it: that of the last proxy unless the server is told to believe
 *     a header
 * @param recordId of the KYC record that the face belongs to, where it is known to belong to one person: at {@link
 *     Outcome#PASSED} and {@link Outcome#OTHER_PERSON}
 * @param oneTime whether the rule asks for a check for each request
 * @param pictureBytes the size of the picture that was sent to the service
 * @param serviceTime how long the service, or the application's own matcher, took to answer
 * @param consentVersion the version of the text that the person has consented to, where the page asks for it
 * @param identity who was verified, at {@link Outcome#PASSED} only: the pass is not in the session yet
 * @param caller where the face is the login: who is logged in by it at {@link Outcome#PASSED}, and who was until now at {@link
 *     Outcome#LOGGED_OUT}
 */
public record FaceCheckEvent(
        Outcome outcome,
        String reference,
        Instant at,
        @Nullable String detail,
        @Nullable String application,
        @Nullable String rule,
        @Nullable String requestedPath,
        @Nullable String principal,
        @Nullable String clientAddress,
        @Nullable String recordId,
        boolean oneTime,
        @Nullable Integer pictureBytes,
        @Nullable Duration serviceTime,
        @Nullable String consentVersion,
        @Nullable KycIdentity identity,
        @Nullable FaceCaller caller) {

    /**
     * Creates an event; see {@link #builder}. Texts are made fit for a log, as those of a {@link KycRecord} are.
     *
     * @param outcome what came of it
     * @param reference what the person was shown, too
     * @param at when the outcome was known
     * @param detail fixed words
     * @param application the context path
     * @param rule the name of the rule
     * @param requestedPath without its query
     * @param principal who is logged in
     * @param clientAddress as the server names it
     * @param recordId of the KYC record
     * @param oneTime whether each request takes a check of its own
     * @param pictureBytes the size of the picture
     * @param serviceTime how long the answer took
     * @param consentVersion of the text
     * @param identity who was verified
     * @param caller who is logged in
     */
    public FaceCheckEvent {
        detail = PlainText.ofNullable(detail);
        application = PlainText.ofNullable(application);
        rule = PlainText.ofNullable(rule);
        requestedPath = PlainText.ofNullable(requestedPath);
        principal = PlainText.ofNullable(principal);
        clientAddress = PlainText.ofNullable(clientAddress);
        recordId = PlainText.ofNullable(recordId);
        consentVersion = PlainText.ofNullable(consentVersion);
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
         * While an upload or its check was under way, the session ended, got another id, or another principal; or who was
         * logged in by the face logged out, or gave another name. A security event, since it is what a planted session looks
         * like. Nothing is concluded: there is no pass, and the client learns nothing of the session as it is now. Where that
         * is found at the last moment only, {@link #PASSED} has been told of
         * the same attempt before; this one is what counts.
         */
        SESSION_CHANGED,
        /**
         * No attempt: somebody whom the face had logged in is so no more, by a logout, or since the session has ended; the end of
         * the application is neither. The event has the caller and the application, and nothing of a request, which there may not be.
         */
        LOGGED_OUT
    }

    /**
     * Begins an event with what every event has.
     *
     * @param outcome what came of the attempt
     * @param reference what the person was shown, too
     * @param at when
     * @return a builder for one event
     */
    public static FaceCheckEventBuilder builder(Outcome outcome, String reference, Instant at) {
        return new FaceCheckEventBuilder(outcome, reference, at);
    }

    /** Outcome, reference and application; nothing of the person. */
    @Override
    public String toString() {
        return "FaceCheckEvent[%s, %s, %s]".formatted(outcome, reference, application);
    }
}
