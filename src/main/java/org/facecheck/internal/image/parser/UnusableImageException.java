package org.facecheck.internal.image.parser;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A picture does not become a selfie. Carries a reason in fixed words and the place where the picture is not as expected, and
 * nothing of its content; so the message may be logged.
 */
public final class UnusableImageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final RefusalReason reason;
    private final @Nullable Integer offset;

    /** The reasons as far as they make a difference to the person, who gets a text of the page for each. */
    public enum Fault {
        /** Neither a JPEG nor a PNG by its first bytes. */
        OTHER_FORMAT,
        /** Broken, cut off, or of a kind that neither cameras nor browsers make. */
        UNREADABLE,
        /** One side has too few pixels for a face check. */
        TOO_SMALL,
        /** More pixels than a decoder should be asked to hold. */
        TOO_LARGE,
        /** Too many pictures are being turned just now; the same picture may do later. */
        BUSY
    }

    /** A refusal of the picture as a whole. */
    public UnusableImageException(RefusalReason reason) {
        super(reason.text());
        this.reason = reason;
        this.offset = null;
    }

    /**
     * A refusal of what stands at one place.
     *
     * @param offset of the first byte of the field that is not as expected, counted from the picture's first byte
     */
    UnusableImageException(RefusalReason reason, int offset) {
        super(reason.text() + ", at " + offset);
        this.reason = reason;
        this.offset = offset;
    }

    /** What the person is told. */
    public Fault fault() {
        return reason.fault();
    }

    /** What the operator is told, such as "segment length beyond end". */
    public String reason() {
        return reason.text();
    }

    /** Where the picture is not as expected; empty where the reason concerns all of it, such as its dimensions. */
    public OptionalInt offset() {
        return offset == null ? OptionalInt.empty() : OptionalInt.of(offset);
    }

    /** Reason and offset in one line, such as "segment length beyond end, at 1432": fixed words and a number. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
