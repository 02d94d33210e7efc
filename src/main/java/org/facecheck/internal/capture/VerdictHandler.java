package org.facecheck.internal.capture;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.facecheck.FaceCheckEvent;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.FaceMatch;
import org.facecheck.internal.attempts.AttemptsUnavailableException;
import org.facecheck.internal.page.CapturePage;
import org.facecheck.internal.page.PageMessage;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Takes up a verdict: writes it down, gives the pass or the news. A pass that can't be written down is not given. */
record VerdictHandler(CaptureServices desk, CapturePage page) {
    /** The request attribute that carries the match across the asynchronous dispatch. */
    static final String MATCH = "org.facecheck.match";

    /** In the asynchronous dispatch. */
    void conclude(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Object match = request.getAttribute(MATCH);
        request.removeAttribute(MATCH);
        conclude(match instanceof FaceMatch found ? found : null, request, response);
    }

    void conclude(@Nullable FaceMatch match, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Verdict verdict = desk.judge().get().judge(match, request);
        String reference = SupportReference.next();
        if (!isWrittenDown(verdict.outcome(), reference, verdict.detail())) {
            verdict = new Verdict.Trouble("the audit failed");
        }
        FaceCheckSession session = FaceCheckSession.of(request);
        if (verdict instanceof Verdict.Verified verified) {
            desk.throttle().forgive(request);
            Optional<String> wanted =
                    session.grant(verified.identity(), desk.clock().millis());
            PostCheckRedirect.go(wanted.orElseGet(() -> PostCheckRedirect.home(request)), request, response);
        } else {
            PageMessage news = PageMessage.of(verdict, reference);
            if (verdict.outcome() == Outcome.TROUBLE) {
                desk.throttle().forgive(request);
                page.show(news, request, response);
            } else {
                page.show(counted(news, request), request, response);
            }
        }
    }

    /** Shows the page to somebody who comes. Who is locked out learns so before they try. */
    void invite(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException, AttemptsUnavailableException {
        Duration locked = desk.throttle().locked(request);
        if (locked.isZero()) {
            page.show(request, response);
        } else {
            page.show(PageMessage.locked(locked, ""), request, response);
        }
    }

    void locked(Duration left, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String reference = SupportReference.next();
        isWrittenDown(Outcome.LOCKED, reference, "");
        page.show(PageMessage.locked(left, reference), request, response);
    }

    /** Attempts can't be counted, so that nobody may try. */
    void uncounted(AttemptsUnavailableException failed, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        System.getLogger("org.facecheck").log(System.Logger.Level.WARNING, failed.getMessage());
        Verdict trouble = new Verdict.Trouble("attempts can't be counted");
        String reference = SupportReference.next();
        isWrittenDown(trouble.outcome(), reference, trouble.detail());
        page.show(PageMessage.of(trouble, reference), request, response);
    }

    private PageMessage counted(PageMessage news, HttpServletRequest request) {
        int left = FaceCheckSession.of(request)
                .attemptsLeft(desk.config().attempts(), desk.clock().millis());
        return news.counting(left, waiting(request));
    }

    /** A verdict stands, though nobody knows just now how long to wait after it. */
    private Duration waiting(HttpServletRequest request) {
        try {
            return desk.throttle().locked(request);
        } catch (AttemptsUnavailableException unknown) {
            return Duration.ZERO;
        }
    }

    private boolean isWrittenDown(Outcome outcome, String reference, String detail) {
        try {
            desk.audit().record(new FaceCheckEvent(outcome, reference, Instant.now(desk.clock()), detail));
            return true;
        } catch (RuntimeException failed) {
            System.getLogger("org.facecheck")
                    .log(System.Logger.Level.ERROR, "{0} could not be audited: {1}", reference, failed.getClass());
            return false;
        }
    }
}
