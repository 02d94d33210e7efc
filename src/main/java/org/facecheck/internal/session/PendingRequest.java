package org.facecheck.internal.session;

import java.io.Serializable;
import java.util.Arrays;
import java.util.UUID;
import org.facecheck.internal.caller.Initiator;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits for a face check, and how far the check has come.
 *
 * <p>Immutable. A class with named fields that hold JDK types, since another version may read it ({@code package-info}).
 */
final class PendingRequest implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What it takes up beside what was sent: the objects, the id, the token of its page. An estimate from above. */
    private static final int OVERHEAD_BYTES = 512;

    enum Stage {
        /** No capture page has been shown for it. */
        INTERRUPTED,
        /** A capture page is open for it. */
        SHOWN,
        /** The check has been passed, and a form, if there is one, waits for its browser to come back. */
        PASSED
    }

    /** Tells it from the others of its session, and from those of other sessions in the {@link RememberBudget}; no secret. */
    private final String id;

    private final RememberedRequest request;
    /** Both as text: a constant that this version does not know would make the whole session unreadable. */
    private final String initiator;

    private final String stage;

    private PendingRequest(String id, RememberedRequest request, String initiator, Stage stage) {
        this.id = id;
        this.request = request;
        this.initiator = initiator;
        this.stage = stage.name();
    }

    /**
     * A request that has just been interrupted.
     *
     * @param initiator who made the browser send it
     */
    static PendingRequest of(RememberedRequest request, Initiator initiator) {
        return new PendingRequest(UUID.randomUUID().toString(), request, initiator.name(), Stage.INTERRUPTED);
    }

    /** With a page open for it; a check that is passed stays so, although its page is loaded again. */
    PendingRequest shown() {
        return stage() == Stage.INTERRUPTED ? new PendingRequest(id, request, initiator, Stage.SHOWN) : this;
    }

    PendingRequest passed() {
        return new PendingRequest(id, request, initiator, Stage.PASSED);
    }

    /** With nothing left to put back in place; where it led is still known. */
    PendingRequest resumed() {
        return new PendingRequest(id, request.withoutForm(), initiator, Stage.PASSED);
    }

    String id() {
        return id;
    }

    RememberedRequest request() {
        return request;
    }

    Initiator initiator() {
        return Initiator.valueOf(initiator);
    }

    Stage stage() {
        return Stage.valueOf(stage);
    }

    boolean isPassed() {
        return stage() == Stage.PASSED;
    }

    /** Whether a form waits for its browser to come back. */
    boolean isResuming() {
        return isPassed() && request.form().isPresent();
    }

    int bytes() {
        return OVERHEAD_BYTES + request.bytes();
    }

    /** Whether it has come out of a stored session with all that is needed. */
    static boolean isWhole(@Nullable Object stored) {
        return stored instanceof PendingRequest pending
                && pending.id != null
                && RememberedRequest.isWhole(pending.request)
                && Initiator.isKnown(pending.initiator)
                && Arrays.stream(Stage.values()).anyMatch(known -> known.name().equals(pending.stage));
    }

    @Override
    public String toString() {
        return "PendingRequest[%s, %s]".formatted(request, stage);
    }
}
