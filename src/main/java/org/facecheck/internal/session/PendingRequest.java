package org.facecheck.internal.session;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What somebody was about to do when a rule asked for a check, and how far they have come with it since.
 *
 * @param id of this errand alone
 * @param wanted what was interrupted
 * @param initiator who made the browser ask for it
 * @param stage how far it has come
 */
record PendingRequest(String id, RememberedRequest wanted, Initiator initiator, Stage stage) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What an errand takes up beside what was sent. */
    private static final int OVERHEAD_BYTES = 512;

    enum Stage {
        /** No capture page has been shown for it. */
        INTERRUPTED,
        /** A capture page is open for it. */
        SHOWN,
        /** The check has been passed, and a form, if there is one, waits for its browser to come back. */
        PASSED
    }

    static PendingRequest to(RememberedRequest wanted, Initiator initiator) {
        return new PendingRequest(SecureToken.next(), wanted, initiator, Stage.INTERRUPTED);
    }

    PendingRequest shown() {
        return stage == Stage.INTERRUPTED ? new PendingRequest(id, wanted, initiator, Stage.SHOWN) : this;
    }

    PendingRequest passed() {
        return new PendingRequest(id, wanted, initiator, Stage.PASSED);
    }

    /** With nothing left to put back in place; where it led is still known. */
    PendingRequest resumed() {
        return new PendingRequest(id, wanted.withoutForm(), initiator, Stage.PASSED);
    }

    boolean isPassed() {
        return stage == Stage.PASSED;
    }

    /** Whether a form waits for its browser to come back. */
    boolean isResuming() {
        return isPassed() && wanted.form() != null;
    }

    int bytes() {
        return OVERHEAD_BYTES + wanted.bytes();
    }

    /** Whether it has come whole out of a stored session, which an older version may have written. */
    static boolean isWhole(@Nullable Object stored) {
        return stored instanceof PendingRequest errand
                && errand.id != null
                && RememberedRequest.isWhole(errand.wanted)
                && errand.initiator != null
                && errand.stage != null;
    }

    @Override
    public String toString() {
        return "Errand[%s, %s]".formatted(wanted, stage);
    }
}
