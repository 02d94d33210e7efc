package org.facecheck.internal.capture;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.facecheck.internal.capture.CaptureResult.Answer;
import org.facecheck.internal.capture.CaptureResult.AttemptsLeft;
import org.facecheck.internal.capture.CaptureResult.Busy;
import org.facecheck.internal.capture.CaptureResult.Locked;
import org.facecheck.internal.capture.CaptureResult.NotVerified;
import org.facecheck.internal.capture.CaptureResult.Redirect;
import org.facecheck.internal.capture.CaptureResult.Rejected;
import org.facecheck.internal.capture.CaptureResult.SessionChanged;
import org.facecheck.internal.capture.CaptureResult.Simple;
import org.facecheck.internal.figures.Counters;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.page.CapturePage;
import org.facecheck.internal.page.text.PageMessage;
import org.facecheck.internal.upload.AsyncUpload.Failure;
import org.facecheck.internal.upload.RawUpload;
import org.facecheck.internal.upload.UploadRefusal;
import org.facecheck.internal.upload.UploadRefusal.Malformed;
import org.facecheck.internal.upload.UploadRefusal.UnusablePicture;

/** The one place that answers the capture page's clients: statuses, headers, pages and redirects are written here. */
final class CaptureResponder {
    /** The header by which the page's script makes itself known when it sends the page's form. */
    private static final String SCRIPT = "Facecheck-Script";

    /** The header by which a script says that a camera has just taken the picture. It changes nothing but words. */
    private static final String SOURCE = "Facecheck-Source";

    private final CapturePage page;
    private final Counters counters;

    CaptureResponder(CapturePage page, Counters counters) {
        this.page = page;
        this.counters = counters;
    }

    /** Writes the answer; nothing, where a later dispatch has it. */
    void answer(Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (answer instanceof Redirect redirect) {
            redirect(redirect.target(), request, response);
        } else if (answer instanceof Simple simple) {
            answerSimply(simple, request, response);
        } else if (answer instanceof SessionChanged changed && !changed.isOwn()) {
            answerNeutrally(changed.reference(), response);
        } else {
            if (answer instanceof Busy busy) {
                counters.refused(busy.limit());
            }
            PageMessage message = message(answer);
            page.show(isOfCamera(request) ? message.ofCamera() : message, request, response);
        }
    }

    /**
     * Tells a client nothing of the session that its request has now, which may be another client's. The page would begin a
     * session where there is none, and issue a token; an error page of the application's might do so too, hence no {@code
     * sendError}.
     */
    private static void answerNeutrally(String reference, HttpServletResponse response) throws IOException {
        byte[] text = "The session has changed. Open the page again. (%s)\n"
                .formatted(reference)
                .getBytes(StandardCharsets.US_ASCII);
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("text/plain;charset=US-ASCII");
        response.setContentLength(text.length);
        response.getOutputStream().write(text);
    }

    private void answerSimply(Simple answer, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (answer) {
            case INVITED -> page.show(request, response);
            case TOKEN_REFUSED -> page.show(PageMessage.tokenUsed(), request, response);
            case METHOD_NOT_ALLOWED -> {
                response.setHeader("Allow", "GET, HEAD, POST");
                response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
            case PENDING -> {
                // The response is the container's until the next dispatch.
            }
        }
    }

    /** A form can't say so, and a script that does not may have sent a file. */
    private static boolean isOfCamera(HttpServletRequest request) {
        return "camera".equals(request.getHeader(SOURCE));
    }

    private static PageMessage message(Answer answer) {
        if (answer instanceof Busy) {
            return PageMessage.busy();
        } else if (answer instanceof Rejected rejected) {
            return message(rejected.refusal()).withReference(rejected.reference());
        } else if (answer instanceof Locked locked) {
            return PageMessage.locked(locked.remaining(), locked.reference());
        } else if (answer instanceof SessionChanged changed) {
            return PageMessage.tokenUsed().withReference(changed.reference());
        } else if (answer instanceof NotVerified refused) {
            PageMessage message = PageMessage.of(refused.verdict(), refused.reference());
            AttemptsLeft attempts = refused.attempts();
            return attempts == null ? message : counted(message, attempts);
        }
        throw new IllegalArgumentException("no page for " + answer.getClass().getSimpleName());
    }

    private static PageMessage counted(PageMessage message, AttemptsLeft attempts) {
        return message.withAttemptsLeft(attempts.number(), attempts.remaining());
    }

    private static PageMessage message(UploadRefusal refusal) {
        if (refusal instanceof UnusablePicture unusable) {
            return PageMessage.of(unusable.fault());
        }
        return switch ((Malformed) refusal) { // the interface is sealed
            case NO_LENGTH -> PageMessage.lengthRequired();
            case TOO_SLOW -> PageMessage.tooSlow();
            case NO_CONSENT -> PageMessage.noConsent();
            case TOKEN_NOT_FIRST, NO_FORM, NO_PICTURE -> PageMessage.noPicture();
        };
    }

    /**
     * By a path alone: whatever a client or a proxy says of hosts, it leads to no other one. A script is told the path with a
     * status that it can read: it would follow a redirect by itself, and use up what was meant for the browser.
     */
    private static void redirect(RequestTarget target, HttpServletRequest request, HttpServletResponse response) {
        boolean script = RawUpload.isSentBy(request) || request.getHeader(SCRIPT) != null;
        response.setStatus(script ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", target.text());
    }

    /** The container's own response: what wraps it may be closed when the filters return (a buffer, a compressing stream). */
    static ServletResponse unwrapped(ServletResponse response) {
        ServletResponse own = response;
        while (own instanceof ServletResponseWrapper wrapper) {
            own = wrapper.getResponse();
        }
        return own;
    }

    /**
     * Ends a request whose picture never became whole, or found no slot. There is no dispatch for it, hence no page: the
     * client has gone, or is a script.
     */
    void abort(AsyncContext async, Failure failure) {
        try {
            if (async.getResponse() instanceof HttpServletResponse response && !response.isCommitted()) {
                response.setStatus(status(failure));
                // The rest of the body would be read as the next request (RFC 9112 §9.3).
                response.setHeader("Connection", "close");
                if (failure == Failure.OVERLOADED) {
                    response.setHeader("Retry-After", Long.toString(PageMessage.BUSY_RETRY.toSeconds()));
                }
            }
            async.complete();
        } catch (IllegalStateException ended) {
            System.getLogger("org.facecheck").log(System.Logger.Level.DEBUG, "the client left during its upload");
        }
    }

    private static int status(Failure failure) {
        return switch (failure) {
            case INCOMPLETE -> HttpServletResponse.SC_BAD_REQUEST;
            case TIMEOUT -> HttpServletResponse.SC_REQUEST_TIMEOUT;
            case OVERLOADED -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        };
    }
}
