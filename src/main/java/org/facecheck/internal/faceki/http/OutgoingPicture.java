package org.facecheck.internal.faceki.http;

import java.util.concurrent.Executor;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.Selfie;
import org.jspecify.annotations.Nullable;

/**
 * A picture on its way to the service: held until it has been written, and for a moment more, since thousands of checks may
 * wait for their answers at once and none of them needs its picture any more.
 *
 * <p>Except one whose token is refused. The refusal comes within moments as a rule, so that the picture can be sent again.
 * Where it is gone after all, the check ends as trouble that counts as no attempt. Thread-safe.
 */
public final class OutgoingPicture {
    private final Selfie.Format format;
    private final int length;
    private final Executor afterAMoment;
    private byte @Nullable [] bytes;
    private int holds;

    /** @param afterAMoment runs what is given to it when no refusal is to be expected any more */
    public OutgoingPicture(Selfie selfie, Executor afterAMoment) {
        format = selfie.format();
        length = selfie.bytes().length;
        this.afterAMoment = afterAMoment;
        bytes = selfie.bytes();
    }

    Selfie.Format format() {
        return format;
    }

    int length() {
        return length;
    }

    /**
     * Keeps the picture until it is let go.
     *
     * @return which hold this is
     * @throws CheckFailedException if it is gone
     */
    public synchronized int hold() {
        bytes();
        return ++holds;
    }

    /** @throws CheckFailedException if it is gone */
    synchronized byte[] bytes() {
        if (bytes == null) {
            throw new CheckFailedException(Cause.UNAVAILABLE, "face check: token refused when the picture was gone");
        }
        return bytes;
    }

    /** After it has been written: it goes in a moment, unless it was held again, by whoever sends it a second time. */
    void letGo(int hold) {
        afterAMoment.execute(() -> forget(hold));
    }

    private synchronized void forget(int hold) {
        if (holds == hold) {
            bytes = null;
        }
    }

    /** When the check is over. */
    public synchronized void forget() {
        bytes = null;
    }
}
