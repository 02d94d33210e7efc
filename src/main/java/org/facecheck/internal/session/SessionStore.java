package org.facecheck.internal.session;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.facecheck.KycIdentity;
import org.facecheck.internal.attempts.AttemptCount;

/**
 * What one HTTP session holds of ours. Something else under one of our names, whoever put it there, is as good as nothing.
 * What is read and written together is done under a lock, so that two tabs of one browser do not undo each other's steps.
 */
record SessionStore(HttpSession session) {
    private static final String VISIT = "org.facecheck.visit";
    private static final String ATTEMPTS = "org.facecheck.attempts";

    /** Locks by age: containers hand out several objects for one session, and its id changes with the pass. */
    private static final Object[] LOCKS = new Object[64];

    static {
        Arrays.setAll(LOCKS, i -> new Object());
    }

    /** A step that nothing else of this session comes between. */
    <T> T alone(Supplier<T> step) {
        synchronized (LOCKS[Math.floorMod(session.getCreationTime(), LOCKS.length)]) {
            return step.get();
        }
    }

    VerificationState visit() {
        return session.getAttribute(VISIT) instanceof VerificationState visit ? visit : VerificationState.NEW;
    }

    VerificationState change(UnaryOperator<VerificationState> step) {
        return alone(() -> {
            VerificationState before = visit();
            VerificationState after = step.apply(before);
            session.setAttribute(VISIT, after);
            limits().remembered().settle(before, after);
            return after;
        });
    }

    /** Ends what is counted for the session elsewhere. */
    void end() {
        limits().remembered().settle(visit(), VerificationState.NEW);
    }

    AttemptCount attempts() {
        return session.getAttribute(ATTEMPTS) instanceof AttemptCount attempts ? attempts : new AttemptCount(0, 0);
    }

    void changeAttempts(UnaryOperator<AttemptCount> step) {
        alone(() -> {
            AttemptCount after = step.apply(attempts());
            session.setAttribute(ATTEMPTS, after);
            return after;
        });
    }

    void forgetAttempts() {
        session.removeAttribute(ATTEMPTS);
    }

    void put(Pass pass) {
        session.setAttribute(KycIdentity.SESSION_ATTRIBUTE, pass);
    }

    /** Leaves of a pass only who it was, for a binding to compare. */
    void outdatePass() {
        alone(() -> {
            if (session.getAttribute(KycIdentity.SESSION_ATTRIBUTE) instanceof Pass pass) {
                put(pass.outdated());
            }
            return session;
        });
    }

    /** Lets a session that Facecheck has begun end soon, as long as nobody passes. */
    void begin() {
        int containers = session.getMaxInactiveInterval();
        change(visit -> visit.begunWith(containers));
        session.setMaxInactiveInterval(limits().idleSeconds(containers));
    }

    /** Lets a session live for as long as the container says. */
    void handOver() {
        Integer containers = visit().idle();
        if (containers != null) {
            session.setMaxInactiveInterval(containers);
            change(VerificationState::handedOver);
        }
    }

    SessionLimits limits() {
        ServletContext context = session.getServletContext();
        return SessionLimits.in(context);
    }
}
