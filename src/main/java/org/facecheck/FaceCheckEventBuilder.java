package org.facecheck;

import java.time.Duration;
import java.time.Instant;
import org.facecheck.FaceCheckEvent.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link FaceCheckEvent}, as a test of an application's own observer needs one. What is left out is not known. Not
 * thread-safe.
 *
 * <pre>{@code
 * FaceCheckEvent event = FaceCheckEvent.builder(Outcome.PASSED, "ABCD2345", Instant.EPOCH)
 *         .principal("alice")
 *         .rule("payroll")
 *         .build();
 * }</pre>
 *
 * <p>Its methods set the components of the same name; what they mean, and in which unit, is said there. {@code null} says "not known", as
 * leaving it out does. None of them throws. A builder is for one event, and for one thread.
 */
public final class FaceCheckEventBuilder {
    private final Outcome outcome;
    private final String reference;
    private final Instant at;
    private @Nullable String detail;
    private @Nullable String application;
    private @Nullable String rule;
    private @Nullable String requestedPath;
    private @Nullable String principal;
    private @Nullable String clientAddress;
    private @Nullable String recordId;
    private boolean oneTime;
    private @Nullable Integer pictureBytes;
    private @Nullable Duration serviceTime;
    private @Nullable String consentVersion;
    private @Nullable KycIdentity identity;
    private @Nullable FaceCaller caller;

    FaceCheckEventBuilder(Outcome outcome, String reference, Instant at) {
        this.outcome = outcome;
        this.reference = reference;
        this.at = at;
    }

    /**
     * Sets {@link FaceCheckEvent#detail}.
     *
     * @param text fixed words without personal data
     * @return this builder
     */
    public FaceCheckEventBuilder detail(@Nullable String text) {
        this.detail = text;
        return this;
    }

    /**
     * Sets {@link FaceCheckEvent#application}.
     *
     * @param path the context path
     * @return this builder
     */
    public FaceCheckEventBuilder application(@Nullable String path) {
        this.application = path;
        return this;
    }

    /**
     * Sets {@link FaceCheckEvent#rule}.
     *
     * @param name of the rule
     * @return this builder
     */
    public FaceCheckEventBuilder rule(@Nullable String name) {
        this.rule = name;
        return this;
    }

    /**
     * Sets {@link FaceCheckEvent#requestedPath}.
     *
     * @param path without a query
     * @return this builder
     */
    public FaceCheckEventBuilder requestedPath(@Nullable String path) {
        this.requestedPath = path;
        return this;
    }

    /**
     * Sets {@link FaceCheckEvent#principal}.
     *
     * @param name who is logged in
     * @return this builder
     */
    public FaceCheckEventBuilder principal(@Nullable String name) {
        this.principal = name;
        return this;
    }

    /**
     * Sets {@link FaceCheckEvent#clientAddress}.
     *
     * @param address as the server names it
     * @return this builder
     */
    public FaceCheckEventBuilder clientAddress(@Nullable String address) {
        this.clientAddress = address;
        return this;
    }

    /**
     * Sets {@link FaceCheckEvent#recordId}.
     *
     * @param id of the KYC record
     * @return this builder
     */
    public FaceCheckEventBuilder recordId(@Nullable String id) {
        this.recordId = id;
        return this;
    }

    /**
     * Sets {@link FaceCheckEvent#oneTime}.
     *
     * @param once whether each request takes a check of its own
     * @return this builder
     */
    public FaceCheckEventBuilder oneTime(boolean once) {
        this.oneTime = once;
        return this;
    }

    /**
     * Sets {@link FaceCheckEvent#pictureBytes}.
     *
     * @param size in bytes
     * @return this builder
     */
    public FaceCheckEventBuilder pictureBytes(@Nullable Integer size) {
        this.pictureBytes = size;
        return this;
    }

    /**
     * Sets {@link FaceCheckEvent#serviceTime}.
     *
     * @param time from the question to the answer
     * @return this builder
     */
    public FaceCheckEventBuilder serviceTime(@Nullable Duration time) {
        this.serviceTime = time;
        return this;
    }

    /**
     * Sets {@link FaceCheckEvent#consentVersion}.
     *
     * @param version of the text
     * @return this builder
     */
    public FaceCheckEventBuilder consentVersion(@Nullable String version) {
        this.consentVersion = version;
        return this;
    }

    /**
     * Sets {@link FaceCheckEvent#identity}.
     *
     * @param verified who passed
     * @return this builder
     */
    public FaceCheckEventBuilder identity(@Nullable KycIdentity verified) {
        this.identity = verified;
        return this;
    }

    /**
     * Sets {@link FaceCheckEvent#caller}.
     *
     * @param loggedIn whom the face logs in, or has logged in until now
     * @return this builder
     */
    public FaceCheckEventBuilder caller(@Nullable FaceCaller loggedIn) {
        this.caller = loggedIn;
        return this;
    }

    /**
     * Ends the event.
     *
     * @return the event
     */
    public FaceCheckEvent build() {
        return new FaceCheckEvent(
                outcome,
                reference,
                at,
                detail,
                application,
                rule,
                requestedPath,
                principal,
                clientAddress,
                recordId,
                oneTime,
                pictureBytes,
                serviceTime,
                consentVersion,
                identity,
                caller);
    }
}
