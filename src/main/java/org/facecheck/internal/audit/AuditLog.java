package org.facecheck.internal.audit;

import java.time.Instant;
import java.util.Set;
import org.facecheck.FaceCaller;
import org.facecheck.FaceCheckEvent;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.internal.application.ApplicationBeans;
import org.jspecify.annotations.Nullable;

/**
 * Writes one line to the log and fires one CDI event for each outcome. The line comes first, so that it is there even where an
 * observer throws.
 *
 * <p>Immutable and thread-safe.
 */
public final class AuditLog implements Audit {
    private static final System.Logger LOG = System.getLogger("org.facecheck.audit");

    private final ApplicationBeans beans;
    private final AuditLine line;

    /**
     * Creates an audit.
     *
     * @param beans whose observers are told
     * @param fields the personal fields that the deployer wants in the log
     */
    public AuditLog(ApplicationBeans beans, Set<String> fields) {
        this.beans = beans;
        this.line = new AuditLine(fields);
    }

    @Override
    public void record(FaceCheckEvent event) {
        LOG.log(level(event.outcome()), "{0}", line.of(event)); // as a parameter: it is no pattern
        beans.fire(event);
    }

    /**
     * Records that somebody is logged in no more. Never throws: a session ends whatever an observer says.
     *
     * @param application its context path
     * @param why in fixed words, {@code null} where the person or the session's end has done it
     */
    public void recordLogout(String application, FaceCaller caller, @Nullable String why, Instant at) {
        try {
            record(FaceCheckEvent.builder(Outcome.LOGGED_OUT, SupportReference.next(), at)
                    .detail(why)
                    .application(application)
                    .caller(caller)
                    .build());
        } catch (RuntimeException failed) { // the class only: the message is the application's
            LOG.log(
                    System.Logger.Level.ERROR,
                    "a logout could not be audited: {0}",
                    failed.getClass().getName());
        }
    }

    /** A warning for what an operator should look into; people's bad pictures are everyday business. */
    private static System.Logger.Level level(Outcome outcome) {
        return switch (outcome) {
            case PASSED, RETAKE, PICTURE_REJECTED, NOT_MATCHED, NOT_ACCEPTED, LOGGED_OUT -> System.Logger.Level.INFO;
            case AMBIGUOUS, OTHER_PERSON, TROUBLE, LOCKED, SESSION_CHANGED -> System.Logger.Level.WARNING;
        };
    }
}
