package org.facecheck.internal.upload;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.upload.UploadRefusal.Malformed;
import org.facecheck.internal.upload.UploadRefusal.UnusablePicture;
import org.jspecify.annotations.Nullable;

/**
 * What has arrived of an upload's body. Memory grows with it, by doubling, and comes out of the client's share; the token is
 * looked at as soon as it is there. Of an upload that is refused, the rest is let go by unkept, since a browser that is answered
 * before it has sent everything may show a broken connection instead of the page.
 *
 * <p>One thread reads; {@link #release} may be called by another one at any time.
 */
final class UploadBody {
    /** In most forms it holds all that stands before the picture. */
    static final int FIRST = 4096;

    private static final UploadRefusal NO_MEMORY = new UnusablePicture(Fault.BUSY, UnusablePicture.NO_MEMORY);

    private final AnnouncedUpload announced;
    private final UploadQuota.Share share;
    private final int most;

    private static final byte[] NOTHING = {};

    /** {@code null} after {@link #release}: it may keep a whole request. */
    private volatile @Nullable Predicate<FormToken> isGood;

    private volatile byte[] octets = NOTHING;
    private volatile boolean released;
    private volatile int length;
    private @Nullable FormToken token;
    private @Nullable UploadRejectedException refusal;
    private boolean unkept;
    private int position;

    /**
     * @param share of which the memory is taken; the caller closes it
     * @param isGood whether the session has issued this token, and nothing has redeemed it
     */
    UploadBody(AnnouncedUpload announced, UploadQuota.Share share, Predicate<FormToken> isGood) {
        this.announced = announced;
        this.share = share;
        this.isGood = isGood;
        this.token = announced.headerToken().orElse(null);
        OptionalInt length = announced.length();
        // Without a length, one byte beyond the limit tells a body that reaches it from one that exceeds it.
        this.most = length.isPresent() ? length.getAsInt() : announced.limit() + 1;
    }

    /** How many bytes have arrived. */
    int length() {
        return length;
    }

    /** Whether no more is to be read: all that was announced is there, or more than is allowed. */
    boolean isComplete() {
        return length == most;
    }

    /** Whether more was sent than is allowed, so that what follows is not even read. */
    boolean isTooLong() {
        return announced.length().isEmpty() && isComplete();
    }

    /** Whether it is clear that what arrives is of no use. */
    boolean isLetGo() {
        return unkept;
    }

    /** Whether this may be the end: without a length, any place may. */
    boolean mayEnd() {
        return announced.length().isEmpty() || isComplete();
    }

    /** Where the next bytes go, from {@link #position} on; {@code null} after {@link #release}. */
    byte @Nullable [] room() {
        byte[] now = octets;
        if (released || unkept || position < now.length) {
            return released ? null : now;
        }
        int size = Math.min(Math.max(FIRST, 2 * now.length), most);
        if (!share.take(size - now.length)) {
            refuse(new UploadRejectedException(NO_MEMORY));
            return octets;
        }
        byte[] larger = Arrays.copyOf(now, size);
        octets = larger;
        if (released) { // meanwhile
            octets = NOTHING;
            return null;
        }
        return larger;
    }

    int position() {
        return position;
    }

    /** How many bytes fit there, and are wanted. */
    int free(byte[] room) {
        return Math.min(room.length - position, most - length);
    }

    /** This many bytes have been put there. */
    void add(int count) {
        int arrivedSoFar = length + count; // one thread adds, others only look
        length = arrivedSoFar;
        if (unkept) {
            return;
        }
        position += count;
        byte[] arrived = octets;
        try {
            if (token == null && position <= arrived.length) { // it may have been released meanwhile
                token = announced.token(arrived, position).orElse(null);
                Predicate<FormToken> asked = isGood;
                if (token != null && asked != null && !asked.test(token)) {
                    letGo();
                }
            }
            if (isTooLong()) {
                throw new UploadRejectedException(FormUpload.TOO_LARGE);
            }
        } catch (UploadRejectedException rejected) {
            refuse(rejected);
        }
    }

    private void refuse(UploadRejectedException rejected) {
        refusal = rejected;
        letGo();
    }

    /** From now on, what arrives is overwritten by what follows. */
    private void letGo() {
        unkept = true;
        position = 0;
        share.empty();
        octets = new byte[FIRST];
    }

    /**
     * What was sent, when all of it has arrived; a wrong token comes without a picture. It is forgotten here: the container
     * keeps the listener that keeps this until the request ends, and the check may take a while.
     *
     * @throws UploadRejectedException where it was refused on its way, or is of no use as a whole
     */
    FormUpload finish() throws UploadRejectedException {
        byte[] arrived = octets;
        boolean isGone = released;
        release();
        if (refusal != null) {
            throw refusal;
        }
        if (token == null || isGone) {
            throw new UploadRejectedException(Malformed.NO_FORM);
        }
        if (unkept) {
            return new FormUpload(token, null, NOTHING);
        }
        return announced.upload(token, position == arrived.length ? arrived : Arrays.copyOf(arrived, position));
    }

    /** Forgets what has arrived, and whom to ask about it. */
    void release() {
        released = true;
        octets = NOTHING;
        isGood = null;
    }
}
