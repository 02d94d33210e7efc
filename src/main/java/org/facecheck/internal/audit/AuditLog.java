package org.facecheck.internal.audit;

import org.facecheck.FaceCheckEvent;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.internal.application.ApplicationBeans;

/**
 * Writes one line to the log and fires one CDI event for each outcome. The line comes first, so that it is there even where an
 * observer throws.
 *
 * @param beans whose observers are told
 */
public record AuditLog(ApplicationBeans beans) implements Audit {
    private static final System.Logger LOG = System.getLogger("org.facecheck.audit");

    @Override
    public void record(FaceCheckEvent event) {
        // Operators' log filters rely on this form: face check REFERENCE: OUTCOME (detail)
        LOG.log(
                level(event.outcome()),
                "face check {0}: {1}{2}",
                event.reference(),
                event.outcome(),
                event.detail() == null ? "" : " (" + event.detail() + ")");
        beans.fire(event);
    }

    /** A warning for what an operator should look into; people's bad pictures are everyday business. */
    private static System.Logger.Level level(Outcome outcome) {
        return switch (outcome) {
            case PASSED, RETAKE, PICTURE_REJECTED, NOT_MATCHED, NOT_ACCEPTED -> System.Logger.Level.INFO;
            case AMBIGUOUS, OTHER_PERSON, TROUBLE, LOCKED, SESSION_CHANGED -> System.Logger.Level.WARNING;
        };
    }
}
