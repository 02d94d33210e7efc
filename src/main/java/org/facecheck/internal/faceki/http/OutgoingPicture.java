package org.facecheck.internal.faceki.http;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.Selfie;
import org.jspecify.annotations.Nullable;

/**
 * A picture on its way to the service: kept until it has been written, and for a moment more, since thousands of checks may
 * wait for their answers at once and none of them needs its picture any more.
 *
 * <p>Except one whose token is refused. The refusal comes within moments as a rule, so that the picture can be sent again.
 * Where it is gone after all, the check ends as trouble that counts as no attempt. Thread-safe.
 */
public final class OutgoingPicture {
    private final Selfie.Format format;
    private final int length;
    private final @Nullable String claimedKey;
    private final Executor whenNotRefusable;
    private byte @Nullable [] bytes;
    private int retentions;

    /**
     * Keeps the selfie's picture.
     *
     * @param claimedKey who the person claims to be, {@code null} if the service is not to be told
     * @param whenNotRefusable runs what is given to it when no refusal of the token is to be expected any more
     */
    public OutgoingPicture(Selfie selfie, @Nullable String claimedKey, Executor whenNotRefusable) {
        this.claimedKey = claimedKey;
        format = selfie.format();
        length = selfie.bytes().length;
        this.whenNotRefusable = whenNotRefusable;
        bytes = selfie.bytes();
    }

    /** What the picture is, for the part that holds it. */
    Selfie.Format format() {
        return format;
    }

    /** Who the person claims to be. */
    Optional<String> claimedKey() {
        return Optional.ofNullable(claimedKey);
    }

    /** In bytes; known even when the picture is gone. */
    int length() {
        return length;
    }

    /**
     * Keeps the picture until it is released.
     *
     * @return which retention this is
     * @throws CheckFailedException if it is gone
     */
    public synchronized int retain() {
        bytes();
        return ++retentions;
    }

    /**
     * The picture itself, not a copy.
     *
     * @throws CheckFailedException if it is gone
     */
    synchronized byte[] bytes() {
        if (bytes == null) {
            throw new CheckFailedException(Cause.UNAVAILABLE, "face check: token refused when the picture was gone");
        }
        return bytes;
    }

    /** After it has been written: it goes in a moment, unless it was retained again, to be sent a second time. */
    void release(int retention) {
        whenNotRefusable.execute(() -> clearUnlessRetained(retention));
    }

    private synchronized void clearUnlessRetained(int retention) {
        if (retentions == retention) {
            bytes = null;
        }
    }

    /** When the check is over. */
    public synchronized void clear() {
        bytes = null;
    }
}
