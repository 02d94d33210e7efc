package org.facecheck.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.facecheck.KycIdentity;
import org.facecheck.internal.attempts.AttemptCount;
import org.facecheck.internal.config.AttemptsConfig;
import org.jspecify.annotations.Nullable;

/** One request's view of its HTTP session: what was interrupted, the pages that are open for it, attempts, and the pass. */
public final class FaceCheckSession {
    private final HttpServletRequest request;
    private final SessionStore stored;

    private FaceCheckSession(HttpServletRequest request, HttpSession session) {
        this.request = request;
        this.stored = new SessionStore(session);
    }

    /** The request's session, begun if there is none; one that is begun here ends soon, unless somebody passes or logs in. */
    public static FaceCheckSession of(HttpServletRequest request) {
        HttpSession known = request.getSession(false);
        FaceCheckSession session = new FaceCheckSession(request, known == null ? request.getSession(true) : known);
        if (known == null) {
            session.stored.begin();
        }
        if (request.getUserPrincipal() != null) {
            session.stored.handOver();
        }
        return session;
    }

    /** The request's session, if one has begun. */
    public static Optional<FaceCheckSession> existing(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map(session -> new FaceCheckSession(request, session));
    }

    /** Whoever is logged in on the request, {@code null} for nobody. */
    public static @Nullable String principal(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return principal == null ? null : principal.getName();
    }

    /**
     * Keeps what was interrupted, for the capture page that this browser is sent to next.
     *
     * @return whether there was room for it; its rule is noted at any rate
     */
    public boolean remember(RememberedRequest wanted) {
        PendingRequest errand = PendingRequest.to(wanted, Initiator.of(request));
        boolean kept = stored.limits().remembered().take(errand);
        stored.change(visit -> kept ? visit.wanting(errand) : visit.askedBy(wanted.rule()));
        return kept;
    }

    /** Notes which rule asks for a check, without forgetting what was wanted. */
    public void askedBy(String rule) {
        stored.change(visit -> visit.askedBy(rule));
    }

    /** What this request's capture page leads to, if anything was interrupted. */
    public Optional<RememberedRequest> wanted() {
        return tab(stored.visit()).errand().map(PendingRequest::wanted);
    }

    /** The rules that a pass has to be good for, for this request's capture page: what was interrupted, and who asked last. */
    public Set<String> rules() {
        return tab(stored.visit()).rules();
    }

    /** A token for one capture page, which holds on to the errand of this request. */
    public String issueToken() {
        VerificationState after = stored.change(visit ->
                visit.with(FormToken.issue(tab(visit).errandId(), tab(visit).rule(), Initiator.of(request))));
        FormToken newest = after.tickets().get(0);
        CaptureTab.carry(newest, request);
        return newest.token();
    }

    /** Whether {@link #redeem} would say yes now; the token stays good. What was wanted is from now on what its page is for. */
    public boolean knows(String token) {
        Optional<FormToken> ticket = stored.visit().ticket(token);
        ticket.ifPresent(known -> CaptureTab.carry(known, request));
        return ticket.filter(known -> !known.used()).isPresent();
    }

    /** Whether the token was issued in this session and never redeemed before. */
    public boolean redeem(String token) {
        return stored.alone(() -> {
            boolean good = knows(token);
            if (good) {
                stored.change(visit -> visit.redeeming(token));
            }
            return good;
        });
    }

    /** How long nobody may try any more in this session; zero where they may. */
    public Duration locked(AttemptsConfig config, long now) {
        return stored.attempts().locked(config.max(), config.window(), now);
    }

    /** How many attempts are left in this session. */
    public int attemptsLeft(AttemptsConfig config, long now) {
        return stored.attempts().left(config.max(), config.window(), now);
    }

    /** Counts an attempt, before its outcome is known, so that parallel ones count too. */
    public void countAttempt(AttemptsConfig config, long now) {
        stored.changeAttempts(attempts -> attempts.oneMore(config.window(), now));
    }

    /** Takes an attempt back that failed by no fault of the person's. */
    public void forgiveAttempt() {
        stored.changeAttempts(AttemptCount::oneLess);
    }

    /**
     * Leaves a pass behind and gives the session a new id, so that an id that was planted or overheard before is worth
     * nothing after. What other tabs want stays as it is.
     *
     * @return where to go on, empty where nothing was interrupted
     */
    public Optional<String> grant(KycIdentity identity, long now) {
        return stored.alone(() -> {
            Optional<String> target = wanted().map(RememberedRequest::target);
            request.changeSessionId();
            stored.put(new Pass(identity, now, principal(request), target.orElse(null), false));
            stored.forgetAttempts();
            stored.handOver();
            proceed();
            return target;
        });
    }

    /** Goes on with this request's errand, for which the pass that is there is good enough: a form is put back in place. */
    public void proceed() {
        stored.alone(() -> {
            Pass pass = Pass.in(request);
            if (pass != null) {
                VerificationState after =
                        stored.change(visit -> visit.passed(tab(visit).errandId()));
                stored.put(pass.resuming(after.isResuming()));
            }
            return pass;
        });
    }

    /** Uses the check up that was made for this very target; only the first of several requests can. */
    public boolean spend(String target) {
        return stored.alone(() -> {
            Pass pass = Pass.in(request);
            if (pass == null || !target.equals(pass.onceFor())) {
                return false;
            }
            stored.put(pass.spent());
            return true;
        });
    }

    /**
     * Takes a form out of the session that waits for this target. It is given to whoever sent it, and where no other site
     * has made the browser ask.
     */
    public Optional<RememberedRequest.Form> resume(String target) {
        return stored.alone(() -> {
            Pass pass = Pass.in(request);
            Optional<PendingRequest> errand = stored.visit().resumable(target);
            if (pass == null || errand.isEmpty() || Initiator.of(request) != Initiator.SELF) {
                return Optional.empty();
            }
            VerificationState after = stored.change(visit -> visit.resumed(errand.get()));
            stored.put(pass.resuming(after.isResuming()));
            RememberedRequest wanted = errand.get().wanted();
            return Objects.equals(wanted.principal(), principal(request)) ? wanted.sent() : Optional.empty();
        });
    }

    private CaptureTab tab(VerificationState visit) {
        return new CaptureTab(request, visit);
    }
}
