package org.facecheck.internal.attempts;

/** Attempts could not be counted, or their count not be read. No attempt may be made then: it would be a free one. */
public final class AttemptsUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    private AttemptsUnavailableException(String message) {
        super(message);
    }

    /** The session that carried the count is gone. */
    public static AttemptsUnavailableException withoutSession() {
        return new AttemptsUnavailableException("the session that counts attempts is gone");
    }

    AttemptsUnavailableException(RuntimeException cause) {
        super("the shared cache that counts attempts failed: " + cause, cause);
    }
}
