package org.facecheck.internal.image.parser;

/** A picture that does not become a selfie. Carries why, and nothing of the picture. */
public final class UnusableImageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /** Why, as far as it makes a difference to the person. */
    public enum Fault {
        /** Neither a JPEG nor a PNG by its first octets. */
        OTHER_FORMAT,
        /** Broken, cut off, or of a kind that neither cameras nor browsers make. */
        UNREADABLE,
        /** Something follows the picture's end that no camera puts there. */
        NOT_ALONE,
        TOO_SMALL,
        TOO_LARGE,
        /** Too many pictures are being turned just now. */
        BUSY
    }

    public UnusableImageException(Fault fault) {
        super(fault.name());
        this.fault = fault;
    }

    public static UnusableImageException unreadable() {
        return new UnusableImageException(Fault.UNREADABLE);
    }

    public Fault fault() {
        return fault;
    }
}
