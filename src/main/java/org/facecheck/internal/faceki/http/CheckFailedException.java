package org.facecheck.internal.faceki.http;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Trouble;

/**
 * Ends a face check early. Thrown from step to step inside this room only; at its end the trouble is the answer.
 *
 * <p>It carries neither cause nor stack trace: the exceptions of an HTTP client may quote the URL, which may hold the
 * secret.
 */
public final class CheckFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A chain of causes may be long, or a circle. */
    private static final int MAX_CAUSES = 6;

    private final transient Trouble trouble;

    /** @param trouble what the check ends with */
    public CheckFailedException(Trouble trouble) {
        super(trouble.detail(), null, false, false);
        this.trouble = trouble;
    }

    /** @param detail for the operator's log: fixed words, a status, a code */
    public CheckFailedException(Cause cause, String detail) {
        this(new Trouble(cause, detail));
    }

    /** What the check ends with. */
    public Trouble trouble() {
        return trouble;
    }

    /** What this failure of a step means. Of an unknown one only the classes are told, never a message. */
    public static CheckFailedException from(String call, Throwable failure) {
        Throwable root = failure;
        while (root instanceof CompletionException && root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof CheckFailedException known) {
            return known;
        }
        String detail = call + ": " + classes(root);
        if (root instanceof HttpTimeoutException) {
            return new CheckFailedException(Cause.TIMEOUT, detail);
        }
        return new CheckFailedException(root instanceof IOException ? Cause.UNAVAILABLE : Cause.PROTOCOL, detail);
    }

    /** Of a failure and what caused it: the JDK's client has one class for a name that is unknown and a port that is closed. */
    private static String classes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .map(cause -> cause.getClass().getSimpleName())
                .distinct()
                .collect(Collectors.joining(" by "));
    }
}
