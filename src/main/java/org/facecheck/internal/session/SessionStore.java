package org.facecheck.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.facecheck.FaceCaller;
import org.facecheck.KycIdentity;
import org.facecheck.internal.attempts.AttemptCount;
import org.jspecify.annotations.Nullable;

/**
 * What one HTTP session holds of Facecheck's. Another object under one of its names, put there by the application or by a
 * container that could not read ours, is as good as none. What is read and written together is done under a lock, so that two
 * tabs of one browser do not undo each other's steps.
 *
 * <p>The names of the attributes never change: a container may store a session in one version and read it in another. All but
 * the pass's end in the application's own: a container may give two applications one session, as Payara does with those that
 * are at the same path of two virtual servers, where availability is enabled.
 */
record SessionStore(HttpSession session) {
    private static final String VERIFICATION = "org.facecheck.verification";
    /** The name that somebody says is theirs, until it is proved. */
    private static final String CLAIMED = "org.facecheck.claimed";
    /** The name of who was logged in last; stays over a logout, to tell a change of person. */
    private static final String CALLER = "org.facecheck.caller";

    private static final String ATTEMPTS = "org.facecheck.attempts";

    /**
     * Locks by creation time: containers hand out several objects for one session (Servlet 6.0, §7.7.1, asks for no identity),
     * and its id changes with the pass. Sessions that share a lock wait for each other, for microseconds.
     */
    private static final Object[] LOCKS = new Object[64];

    static {
        Arrays.setAll(LOCKS, i -> new Object());
    }

    /** The request's session, begun if there is none; one that is begun here ends soon, unless there is a pass or a login. */
    static SessionStore of(HttpServletRequest request) {
        Optional<SessionStore> existing = existing(request);
        SessionStore store = existing.orElseGet(() -> new SessionStore(request.getSession(true)));
        if (existing.isEmpty()) {
            store.begin();
        }
        if (request.getUserPrincipal() != null) {
            store.handOver();
        }
        return store;
    }

    /** The request's session, if one has begun. */
    static Optional<SessionStore> existing(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map(SessionStore::new);
    }

    /** A step that no other step of this session comes between, in this server. */
    <T> T alone(Supplier<T> step) {
        synchronized (LOCKS[Math.floorMod(session.getCreationTime(), LOCKS.length)]) {
            return step.get();
        }
    }

    VerificationState verification() {
        return get(VERIFICATION) instanceof VerificationState state ? state : VerificationState.NEW;
    }

    /** Sets the attribute anew, since a container replicates what is set and may not see what is changed (§7.7.2). */
    VerificationState change(UnaryOperator<VerificationState> step) {
        return alone(() -> {
            VerificationState before = verification();
            VerificationState after = step.apply(before);
            set(VERIFICATION, after);
            limits().remembered().settle(before, after);
            return after;
        });
    }

    /** Ends what is counted for the session elsewhere. */
    void end() {
        limits().passes().ended(session.getId());
        limits().remembered().settle(verification(), VerificationState.NEW);
    }

    AttemptCount attempts() {
        return get(ATTEMPTS) instanceof AttemptCount attempts ? attempts : AttemptCount.NONE;
    }

    /** Returns the count before. What does not change is not set either: after a pass, nothing is left of it. */
    AttemptCount changeAttempts(UnaryOperator<AttemptCount> step) {
        return alone(() -> {
            AttemptCount before = attempts();
            AttemptCount after = step.apply(before);
            if (!after.equals(before)) {
                set(ATTEMPTS, after);
            }
            return before;
        });
    }

    void forgetAttempts() {
        set(ATTEMPTS, null);
    }

    @Nullable
    String claimed() {
        return get(CLAIMED) instanceof String name ? name : null;
    }

    void claim(String name) {
        set(CLAIMED, name);
    }

    /** Whether somebody else was logged in to this session before. */
    boolean wasOf(FaceCaller other) {
        return get(CALLER) instanceof String name && !name.equals(other.getName());
    }

    /** Notes who is logged in, and for how long without a request. */
    void logIn(FaceCaller caller) {
        set(CLAIMED, null);
        set(CALLER, caller.getName());
        session.setMaxInactiveInterval(limits().loginIdleSeconds(session.getMaxInactiveInterval()));
    }

    /** Takes pass and identity away. */
    void logOut() {
        session.removeAttribute(KycIdentity.SESSION_ATTRIBUTE);
    }

    void put(Pass pass) {
        session.setAttribute(KycIdentity.SESSION_ATTRIBUTE, pass);
    }

    /** Puts a pass that is given just now. A session that has ended meanwhile leaves nothing behind of its login. */
    void grant(Pass pass) {
        FaceCaller caller = pass.caller();
        if (caller == null) {
            put(pass);
            return;
        }
        String id = session.getId();
        limits().logIn(caller, id);
        try {
            put(pass);
        } catch (IllegalStateException ended) {
            limits().forget(caller, id);
            throw ended;
        }
    }

    /** Ends a login that a later one has superseded. Looks again: a new pass may be there by now. */
    void endSuperseded() {
        alone(() -> {
            boolean isOver = session.getAttribute(KycIdentity.SESSION_ATTRIBUTE) instanceof Pass now
                    && now.isSuperseded(limits());
            if (isOver) {
                logOut();
            }
            return isOver;
        });
    }

    /** Lets a session that Facecheck has begun end soon, as long as there is no pass. */
    private void begin() {
        int container = session.getMaxInactiveInterval();
        change(state -> state.begunWith(container));
        session.setMaxInactiveInterval(limits().idleSeconds(container));
    }

    /** Lets a session live for as long as the container says. */
    void handOver() {
        Integer container = verification().containerIdle();
        if (container != null) {
            session.setMaxInactiveInterval(container);
            change(VerificationState::handedOver);
        }
    }

    private @Nullable Object get(String name) {
        return session.getAttribute(name + limits().application());
    }

    /** Takes the attribute away where the value is {@code null} (Jakarta Servlet 6.0, HttpSession.setAttribute). */
    private void set(String name, @Nullable Object value) {
        session.setAttribute(name + limits().application(), value);
    }

    SessionLimits limits() {
        return SessionLimits.in(session.getServletContext());
    }
}
