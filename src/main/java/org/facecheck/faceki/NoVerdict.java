package org.facecheck.faceki;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletionException;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Trouble;

/**
 * Ends a face check early. Thrown from step to step inside this room only; at its end the trouble is the answer.
 *
 * <p>It carries neither cause nor stack trace: the exceptions of an HTTP client may quote the URL, which may hold the
 * secret.
 */
final class NoVerdict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Trouble trouble;

    NoVerdict(Trouble trouble) {
        super(trouble.detail(), null, false, false);
        this.trouble = trouble;
    }

    NoVerdict(Cause cause, String detail) {
        this(new Trouble(cause, detail));
    }

    Trouble trouble() {
        return trouble;
    }

    /** What this failure of a step means. Of an unknown one only the class is told, never the message. */
    static NoVerdict from(String call, Throwable failure) {
        Throwable root = failure;
        while (root instanceof CompletionException && root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof NoVerdict known) {
            return known;
        }
        String detail = call + ": " + root.getClass().getSimpleName();
        if (root instanceof HttpTimeoutException) {
            return new NoVerdict(Cause.TIMEOUT, detail);
        }
        return new NoVerdict(root instanceof IOException ? Cause.UNAVAILABLE : Cause.PROTOCOL, detail);
    }
}
