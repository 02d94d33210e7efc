package org.facecheck.faceki;

import java.lang.ref.SoftReference;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.Selfie;
import org.jspecify.annotations.Nullable;

/**
 * A picture on its way to the service: held until it has been written, since thousands of checks may wait for their answers
 * at once and none of them needs its picture any more; under pressure, none keeps it.
 *
 * <p>Except one whose token is refused. The refusal comes within moments as a rule: so the picture is still known softly, and
 * can be sent again unless memory has run short since. Where it is gone after all, the check ends as trouble that counts as
 * no attempt.
 */
final class OutgoingPicture {
    private final Selfie.Format format;
    private final int length;
    private final SoftReference<byte[]> known;
    private volatile byte @Nullable [] held;

    OutgoingPicture(Selfie selfie) {
        format = selfie.format();
        length = selfie.bytes().length;
        known = new SoftReference<>(selfie.bytes());
        held = selfie.bytes();
    }

    Selfie.Format format() {
        return format;
    }

    int length() {
        return length;
    }

    /**
     * The picture, which is held from now on until it is let go.
     *
     * @throws NoVerdict if it is gone
     */
    byte[] hold() {
        byte[] bytes = held;
        if (bytes == null) {
            bytes = known.get();
            if (bytes == null) {
                throw new NoVerdict(Cause.UNAVAILABLE, "face check: token refused when the picture was gone");
            }
            held = bytes;
        }
        return bytes;
    }

    /** After it has been written. */
    void letGo() {
        held = null;
    }
}
