package org.facecheck.internal.bootstrap;

import org.facecheck.FaceCheckEvent;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.internal.application.ApplicationBeans;
import org.facecheck.internal.capture.CaptureServices;

/**
 * One line in the log and one CDI event for each outcome.
 *
 * @param beans whose observers are told
 */
record AuditLog(ApplicationBeans beans) implements CaptureServices.Audit {
    private static final System.Logger LOG = System.getLogger("org.facecheck.audit");

    @Override
    public void record(FaceCheckEvent event) {
        LOG.log(
                level(event.outcome()),
                "face check {0}: {1}{2}",
                event.reference(),
                event.outcome(),
                event.detail().isEmpty() ? "" : " (" + event.detail() + ")");
        beans.fire(event);
    }

    private static System.Logger.Level level(Outcome outcome) {
        return switch (outcome) {
            case PASSED, RETAKE, NOT_MATCHED, NOT_ACCEPTED -> System.Logger.Level.INFO;
            case AMBIGUOUS, OTHER_PERSON, TROUBLE, LOCKED -> System.Logger.Level.WARNING;
        };
    }
}
