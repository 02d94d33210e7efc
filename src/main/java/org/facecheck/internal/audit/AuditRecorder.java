package org.facecheck.internal.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import org.facecheck.FaceCheckEvent;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.FaceCheckEventBuilder;
import org.facecheck.internal.figures.Counters;
import org.facecheck.internal.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Gives each outcome its reference, its time, and what is known of its request, and has it recorded. */
public final class AuditRecorder {
    private final Audit audit;
    private final RequestFacts facts;
    private final Counters counters;
    private final Clock clock;

    /**
     * Creates a recorder.
     *
     * @param audit may throw; only a pass depends on it
     * @param facts what is told of a request
     * @param counters count what was recorded
     */
    public AuditRecorder(Audit audit, RequestFacts facts, Counters counters, Clock clock) {
        this.counters = counters;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What came of recording an outcome.
     *
     * @param reference to tell the person, so that an operator finds the log's line
     * @param isRecorded false where the audit failed
     */
    public record Entry(String reference, boolean isRecorded) {}

    /** Records a verdict; never throws, since only a pass depends on the audit. */
    public Entry record(Verdict verdict, HttpServletRequest request, CheckFigures figures) {
        FaceCheckEventBuilder event = facts.of(request, begin(verdict.outcome(), verdict.detail(), figures))
                .recordId(verdict.recordId());
        if (verdict instanceof Verdict.Verified verified) {
            event.identity(verified.identity()).caller(verified.caller());
        }
        return record(event.build());
    }

    /** Records an outcome that is no verdict on a match; never throws. */
    public Entry record(Outcome outcome, @Nullable String detail, HttpServletRequest request, CheckFigures figures) {
        FaceCheckEventBuilder event = begin(outcome, detail, figures);
        // A changed session may be another client's by now: what is kept there says nothing of this upload.
        return record((outcome == Outcome.SESSION_CHANGED ? facts.ofRequest(request, event) : facts.of(request, event))
                .build());
    }

    /** Records a verdict on an upload whose request is not at hand any more; never throws. */
    public Entry recordUndelivered(Verdict verdict, CheckFigures figures) {
        return record(begin(verdict.outcome(), verdict.detail(), figures).build());
    }

    private FaceCheckEventBuilder begin(Outcome outcome, @Nullable String detail, CheckFigures figures) {
        return FaceCheckEvent.builder(outcome, SupportReference.next(), Instant.now(clock))
                .detail(detail)
                .application(figures.application())
                .consentVersion(figures.consentVersion())
                .pictureBytes(figures.pictureBytes())
                .serviceTime(figures.serviceTime());
    }

    private Entry record(FaceCheckEvent event) {
        try {
            audit.record(event);
            counters.recorded(event);
            return new Entry(event.reference(), true);
        } catch (RuntimeException failed) {
            counters.notRecorded(); // no pass is given, so that it must not be counted as one
            // The class only: an observer of the application's may have put anything into the message.
            System.getLogger("org.facecheck")
                    .log(
                            System.Logger.Level.ERROR,
                            "{0} could not be audited: {1}",
                            event.reference(),
                            failed.getClass().getName());
            return new Entry(event.reference(), false);
        }
    }
}
