package org.facecheck.picture;

/** A picture that does not become a selfie. Carries why, and nothing of the picture. */
public final class UnusablePicture extends Exception {
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

    UnusablePicture(Fault fault) {
        super(fault.name());
        this.fault = fault;
    }

    static UnusablePicture unreadable() {
        return new UnusablePicture(Fault.UNREADABLE);
    }

    public Fault fault() {
        return fault;
    }
}
