package org.facecheck.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.facecheck.KycIdentity;
import org.facecheck.config.AttemptsConfig;
import org.jspecify.annotations.Nullable;

/**
 * One request's view of its HTTP session. What is read and written together is done under a lock, so that two tabs of one
 * browser do not undo each other's steps.
 */
public final class FaceCheckSession {
    private static final String VISIT = "org.facecheck.visit";
    private static final String ATTEMPTS = "org.facecheck.attempts";

    /** Locks by session id: containers hand out several objects for one session, so the session itself is no lock. */
    private static final Object[] LOCKS = new Object[64];

    static {
        Arrays.setAll(LOCKS, i -> new Object());
    }

    private final HttpServletRequest request;
    private final HttpSession session;

    private FaceCheckSession(HttpServletRequest request, HttpSession session) {
        this.request = request;
        this.session = session;
    }

    /** The request's session, begun if there is none. */
    public static FaceCheckSession of(HttpServletRequest request) {
        return new FaceCheckSession(request, request.getSession(true));
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

    /** Keeps the navigation that was interrupted; the latest one counts. */
    public void remember(RememberedRequest wanted) {
        change(visit -> visit.wanting(wanted));
    }

    /** Notes which rule asks for a check, without forgetting what was wanted. */
    public void askedBy(String rule) {
        change(visit -> visit.askedBy(rule));
    }

    /** What was wanted when a check interrupted it. */
    public Optional<RememberedRequest> wanted() {
        return Optional.ofNullable(visit().wanted());
    }

    /** The rule that asked for the check, if one did. */
    public Optional<String> rule() {
        return Optional.ofNullable(visit().rule());
    }

    /** A fresh token for one capture page. */
    public String issueToken() {
        String token = OneTimeToken.next();
        change(visit -> visit.with(token));
        return token;
    }

    /** Whether {@link #redeem} would say yes now; the token stays good. */
    public boolean knows(String token) {
        return visit().without(token).isPresent();
    }

    /** Whether the token was issued in this session and never redeemed before. */
    public boolean redeem(String token) {
        synchronized (lock()) {
            Optional<Visit> rest = visit().without(token);
            rest.ifPresent(visit -> session.setAttribute(VISIT, visit));
            return rest.isPresent();
        }
    }

    /** How long nobody may try any more in this session; zero where they may. */
    public Duration locked(AttemptsConfig config, long now) {
        return attempts().locked(config.max(), config.window(), now);
    }

    /** How many attempts are left in this session. */
    public int attemptsLeft(AttemptsConfig config, long now) {
        return attempts().left(config.max(), config.window(), now);
    }

    /** Counts an attempt, before its outcome is known, so that parallel ones count too. */
    public void countAttempt(AttemptsConfig config, long now) {
        synchronized (lock()) {
            session.setAttribute(ATTEMPTS, attempts().oneMore(config.window(), now));
        }
    }

    /** Takes an attempt back that failed by no fault of the person's. */
    public void forgiveAttempt() {
        synchronized (lock()) {
            session.setAttribute(ATTEMPTS, attempts().oneLess());
        }
    }

    /**
     * Leaves a pass behind and gives the session a new id, so that an id that was planted or overheard before is worth
     * nothing after.
     *
     * @return where to go on, empty where nothing was interrupted
     */
    public Optional<String> grant(KycIdentity identity, long now) {
        synchronized (lock()) {
            Visit visit = visit();
            RememberedRequest wanted = visit.wanted();
            boolean resuming = wanted != null && wanted.form() != null;
            request.changeSessionId();
            session.setAttribute(
                    KycIdentity.SESSION_ATTRIBUTE,
                    new Pass(identity, now, principal(request), wanted == null ? null : wanted.target(), resuming));
            session.setAttribute(VISIT, resuming ? new Visit(wanted, null, List.of()) : Visit.NEW);
            session.removeAttribute(ATTEMPTS);
            return Optional.ofNullable(wanted).map(RememberedRequest::target);
        }
    }

    /** Uses the check up that was made for this very target; only the first of several requests can. */
    public boolean spend(String target) {
        synchronized (lock()) {
            Pass pass = Pass.in(request);
            if (pass == null || !target.equals(pass.onceFor())) {
                return false;
            }
            session.setAttribute(KycIdentity.SESSION_ATTRIBUTE, pass.spent());
            return true;
        }
    }

    /** Takes the remembered form out of the session if it was sent to this target by whoever is logged in now. */
    public Optional<RememberedRequest.Form> resume(String target) {
        synchronized (lock()) {
            Pass pass = Pass.in(request);
            RememberedRequest wanted = visit().wanted();
            if (pass == null || wanted == null || !wanted.target().equals(target)) {
                return Optional.empty();
            }
            session.setAttribute(KycIdentity.SESSION_ATTRIBUTE, pass.resumed());
            session.setAttribute(VISIT, Visit.NEW);
            return Objects.equals(wanted.principal(), principal(request)) ? wanted.sent() : Optional.empty();
        }
    }

    private void change(UnaryOperator<Visit> step) {
        synchronized (lock()) {
            session.setAttribute(VISIT, step.apply(visit()));
        }
    }

    private Visit visit() {
        return session.getAttribute(VISIT) instanceof Visit visit ? visit : Visit.NEW;
    }

    private Attempts attempts() {
        return session.getAttribute(ATTEMPTS) instanceof Attempts attempts ? attempts : Attempts.NONE;
    }

    private Object lock() {
        return LOCKS[Math.floorMod(session.getId().hashCode(), LOCKS.length)];
    }
}
