package org.facecheck.faceki;

import java.lang.ref.WeakReference;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.Selfie;
import org.jspecify.annotations.Nullable;

/**
 * A picture on its way to the service: held until it has been written, since thousands of checks may wait for their answers
 * at once and none of them needs its picture any more.
 *
 * <p>Except one whose token is refused. The refusal comes within moments as a rule, when the garbage collector has not been
 * there yet: so the picture is still known weakly, which costs no memory, and can most often be sent again. Where it is gone
 * after all, the check ends as trouble that counts as no attempt. A caller that holds on to its selfie is always helped.
 */
final class OutgoingPicture {
    private final Selfie.Format format;
    private final int length;
    private final WeakReference<byte[]> known;
    private volatile byte @Nullable [] held;

    OutgoingPicture(Selfie selfie) {
        format = selfie.format();
        length = selfie.bytes().length;
        known = new WeakReference<>(selfie.bytes());
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
