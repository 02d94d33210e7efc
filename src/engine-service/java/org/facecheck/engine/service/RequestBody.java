package org.facecheck.engine.service;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import org.facecheck.engine.service.client.ArrivalLimits;
import org.facecheck.engine.service.client.ArrivalLimits.Sender;

/**
 * The body of a request, of which an answer may need a part only, or nothing. What is left of it is not left to the server, which would
 * read it to its end after the answer, in the request's thread, for as long as the client takes (Undertow's {@code
 * ServletInputStreamImpl.close}): clients without a token could keep all threads. Not thread-safe.
 */
final class RequestBody {
    /** A client that sends first and reads later gets its answer if it is through by then. */
    private static final Duration REST = Duration.ofSeconds(5);

    private static final int PIECE = 8192;

    private final HttpServletRequest request;
    private final ArrivalLimits arrivals;
    private final TimelyStream stream;

    /** Nothing is read yet. */
    RequestBody(HttpServletRequest request, ArrivalLimits arrivals) throws IOException {
        this.request = request;
        this.arrivals = arrivals;
        this.stream = new TimelyStream(request.getInputStream(), Clock.systemUTC(), TimelyStream.TIME);
    }

    InputStream stream() {
        return stream;
    }

    /**
     * Before an answer is written: reads the rest, or says that the connection ends with the answer (RFC 9112 §9.6). Who has asked
     * whether to send it has not begun (RFC 9110 §10.1.1), and is not told to.
     */
    void finish(HttpServletResponse response) throws IOException {
        boolean isAsking = request.getHeader("Expect") != null;
        if (isRead() || (!isAsking && arrivals.admit(Sender.REFUSED, this::skip).orElse(false))) {
            return;
        }
        response.setHeader("Connection", "close");
    }

    private boolean isRead() {
        long length = request.getContentLengthLong();
        boolean isThere = length > 0 || request.getHeader("Transfer-Encoding") != null;
        return !isThere || stream.isAtEnd() || stream.count() == length;
    }

    private boolean skip() {
        try {
            InputStream rest = new TimelyStream(request.getInputStream(), Clock.systemUTC(), REST);
            byte[] piece = new byte[PIECE];
            while (rest.read(piece) >= 0) {
                // Nobody wants it.
            }
            return true;
        } catch (IOException lateOrGone) {
            return false;
        }
    }
}
