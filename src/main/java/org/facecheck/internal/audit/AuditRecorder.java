package org.facecheck.internal.audit;

import java.time.Clock;
import java.time.Instant;
import org.facecheck.FaceCheckEvent;
import org.facecheck.FaceCheckEvent.Outcome;
import org.jspecify.annotations.Nullable;

/** Gives each outcome its reference and its time, and has it recorded. */
public final class AuditRecorder {
    private final Audit audit;
    private final Clock clock;

    /** @param audit may throw; only a pass depends on it */
    public AuditRecorder(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What came of recording an outcome.
     *
     * @param reference to tell the person, so that an operator finds the log's line
     * @param isRecorded false where the audit failed
     */
    public record Entry(String reference, boolean isRecorded) {}

    /** Records the outcome; never throws, since only a pass depends on the audit. */
    public Entry record(Outcome outcome, @Nullable String detail) {
        String reference = SupportReference.next();
        try {
            audit.record(FaceCheckEvent.builder(outcome, reference, Instant.now(clock))
                    .detail(detail)
                    .build());
            return new Entry(reference, true);
        } catch (RuntimeException failed) {
            // The class only: an observer of the application's may have put anything into the message.
            System.getLogger("org.facecheck")
                    .log(System.Logger.Level.ERROR, "{0} could not be audited: {1}", reference, failed.getClass());
            return new Entry(reference, false);
        }
    }
}
