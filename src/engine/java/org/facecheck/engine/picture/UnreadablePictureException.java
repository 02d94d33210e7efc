package org.facecheck.engine.picture;

/** The bytes are no picture that can be used. The message says why in fixed words, and nothing that the picture says. */
public final class UnreadablePictureException extends Exception {
    private static final long serialVersionUID = 1;

    UnreadablePictureException(String reason) {
        super(reason);
    }
}
