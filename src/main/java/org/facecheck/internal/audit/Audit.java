package org.facecheck.internal.audit;

import org.facecheck.FaceCheckEvent;

/** Where the outcomes of face checks are recorded. */
@FunctionalInterface
public interface Audit {
    /**
     * Records one outcome, in the request's own thread.
     *
     * @throws RuntimeException where it could not be recorded; then no pass is given
     */
    void record(FaceCheckEvent event);
}
