package org.facecheck.internal.capture;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.facecheck.FaceMatcher;
import org.facecheck.internal.attempts.AttemptLimiter;
import org.facecheck.internal.attempts.AttemptsUnavailableException;
import org.facecheck.internal.audit.Audit;
import org.facecheck.internal.audit.AuditRecorder;
import org.facecheck.internal.audit.RequestFacts;
import org.facecheck.internal.capture.CaptureResult.Admitted;
import org.facecheck.internal.capture.CaptureResult.Answer;
import org.facecheck.internal.capture.CaptureResult.Locked;
import org.facecheck.internal.capture.CaptureResult.Matched;
import org.facecheck.internal.capture.CaptureResult.Redirect;
import org.facecheck.internal.capture.CaptureResult.Refused;
import org.facecheck.internal.capture.CaptureResult.SessionChanged;
import org.facecheck.internal.capture.CaptureResult.Simple;
import org.facecheck.internal.concurrent.Bulkhead;
import org.facecheck.internal.concurrent.Timer;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.figures.Counters;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.page.Assets;
import org.facecheck.internal.page.CapturePage;
import org.facecheck.internal.session.SessionAttempts;
import org.facecheck.internal.upload.UsernameForm;
import org.facecheck.internal.verdict.Judge;

/**
 * The way of a request to the capture page, from the servlet to the answer. {@link #handle} is entered once for a page, and
 * twice for an upload: when its headers are there, and when the matcher has answered or there will be no check. Thread-safe.
 */
public final class CaptureHandler {
    private final UploadHandler uploads;
    private final CheckRunner checks;
    private final VerdictHandler verdicts;
    private final PostCheckRedirect redirect;
    private final AttemptLimiter limiter;
    private final boolean asksUsername;
    private final CaptureResponder responder;
    private final Supplier<Closeable> requestScope;

    /**
     * Wires the room.
     *
     * @param matcher asked for with each check, since an application's bean may exist only after start-up
     * @param judge asked for with each verdict, for the same reason
     * @param requestScope begins the request scope where a dispatch lacks it, as an asynchronous one does on Payara
     * @param audit is told of each outcome; one that throws keeps a pass from being given
     * @param limiter how many attempts may be made
     * @param timer ends what takes too long
     * @param bulkhead how many checks may be under way
     * @param counters are told of each outcome and of each limit that was reached
     */
    public CaptureHandler(
            FaceCheckConfig config,
            Supplier<FaceMatcher> matcher,
            Supplier<Judge> judge,
            Supplier<Closeable> requestScope,
            Audit audit,
            Clock clock,
            AttemptLimiter limiter,
            Timer timer,
            CapturePage page,
            Bulkhead bulkhead,
            Counters counters) {
        AuditRecorder recorder = new AuditRecorder(audit, new RequestFacts(config.rules()), counters, clock);
        this.limiter = limiter;
        this.asksUsername = config.capture().login().asksUsername();
        this.requestScope = requestScope;
        this.responder = new CaptureResponder(page, counters);
        this.redirect = new PostCheckRedirect(
                config.rules(), clock, config.capture().login().isOn());
        this.verdicts = new VerdictHandler(judge, recorder, limiter, clock);
        this.checks = new CheckRunner(
                matcher,
                config.service().timeout(),
                config.capture().maxBlocking(),
                config.service().personKey());
        UploadAdmission admission =
                new UploadAdmission(limiter, redirect, recorder, verdicts, bulkhead, config.capture());
        this.uploads = new UploadHandler(
                config.capture(),
                admission,
                new AsyncUploadHandler(config.capture(), admission, checks, timer, counters),
                redirect,
                (request, admitted, share) ->
                        new CaptureExchange(request, admitted, share, responder, verdicts::concludeUndelivered, timer),
                timer);
    }

    /** Handles one dispatch of a request to the capture page, or to its script or style sheet below it. */
    public void handle(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String asset = request.getPathInfo();
        if (asset != null) {
            Assets.OF_THE_JAR.send(asset, request, response);
            return;
        }
        // Each page has a token of its own, and a redirect must be asked for anew.
        response.setHeader("Cache-Control", "no-store");
        Closeable scope = requestScope.get();
        try {
            Admission admission = admission(request);
            Answer answer = findAnswer(admission, request, response);
            responder.answer(checked(answer, admission, request), request, response);
        } finally {
            scope.close();
        }
    }

    /** Under what the request was admitted: as its exchange has kept it, in the first dispatch as it is now. */
    private static Admission admission(HttpServletRequest request) {
        return (isResumed(request) ? CaptureExchange.of(request) : Optional.<CaptureExchange>empty())
                .map(CaptureExchange::admission)
                .orElseGet(() -> Admission.of(request));
    }

    private static boolean isResumed(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ASYNC;
    }

    private Answer findAnswer(Admission admission, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            return follow(
                    isResumed(request) ? resume(request) : begin(admission, request, response), admission, request);
        } catch (AttemptsUnavailableException failed) {
            return verdicts.concludeUncounted(failed, admission, request);
        } catch (IllegalStateException broken) { // what containers say of a session that another request has just ended
            if (request.isAsyncStarted() || admission.allowsPage(request)) {
                throw broken;
            }
            return verdicts.refuseChanged(admission, request);
        }
    }

    /** No page goes out for a session that has changed while the answer was found; a redirect has been checked before. */
    private Answer checked(Answer answer, Admission admission, HttpServletRequest request) {
        boolean isPage = !(answer instanceof Redirect
                || answer instanceof SessionChanged
                || answer == Simple.PENDING
                || answer == Simple.METHOD_NOT_ALLOWED);
        return isPage && !admission.allowsPage(request) ? verdicts.refuseChanged(admission, request) : answer;
    }

    private CaptureResult begin(Admission admission, HttpServletRequest request, HttpServletResponse response)
            throws IOException, AttemptsUnavailableException {
        return switch (request.getMethod()) {
            case "GET", "HEAD" -> invite(request);
            case "POST" ->
                asksUsername && UsernameForm.isSentBy(request)
                        ? UsernameForm.take(request) ? invite(request) : Simple.TOKEN_REFUSED
                        : uploads.handle(admission, request, response);
            default -> Simple.METHOD_NOT_ALLOWED;
        };
    }

    /** Shows the page to a person who needs a check. One who is locked out reads so before they try; that is no outcome. */
    private Answer invite(HttpServletRequest request) throws AttemptsUnavailableException {
        Optional<RequestTarget> target = redirect.proceed(request);
        if (target.isPresent()) {
            return new Redirect(target.get());
        }
        Duration remaining = limiter.lockedFor(SessionAttempts.source(request));
        return remaining.isZero() ? Simple.INVITED : new Locked(remaining, null);
    }

    /**
     * Goes on where the request's exchange says. A dispatch that comes before there is anything to go on with is no match; one
     * that comes after writes nothing, since another thread has answered or is about to.
     */
    private static CaptureResult resume(HttpServletRequest request) {
        Optional<CaptureExchange> exchange = CaptureExchange.of(request);
        if (exchange.isEmpty()) {
            return new Matched(null, null);
        }
        CaptureStep step = exchange.get().takeNext();
        if (step instanceof CaptureStep.Ready ready) {
            return ready.result();
        }
        return step == CaptureStep.Idle.WAITING
                ? new Matched(null, exchange.get().admission())
                : Simple.PENDING;
    }

    /** Takes the steps that follow within the same dispatch. */
    private Answer follow(CaptureResult result, Admission admission, HttpServletRequest request)
            throws AttemptsUnavailableException {
        if (result instanceof Admitted admitted) {
            return follow(checks.run(admitted), admission, request);
        }
        admission.bindToken(request);
        if (result instanceof Matched matched) {
            return verdicts.conclude(matched.match(), matched.admission(), request);
        } else if (result instanceof Refused refused) {
            return refused.conclusion().conclude(request);
        }
        return (Answer) result; // the interface is sealed
    }
}
