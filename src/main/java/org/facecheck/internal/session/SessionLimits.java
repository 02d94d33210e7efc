package org.facecheck.internal.session;

import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.facecheck.FaceCaller;
import org.facecheck.internal.caller.LatestLogins;
import org.facecheck.internal.config.RoundedUp;
import org.facecheck.internal.figures.SessionsWithPass;
import org.jspecify.annotations.Nullable;

/**
 * Whose sessions they are, and what they may cost a server; found in the servlet context.
 *
 * @param application tells it from all others of the server, and is the same on each server of a cluster and after a restart
 * @param idle how long a session that Facecheck has begun may be idle before it has a pass
 * @param remembered how much all sessions may remember together
 * @param loginIdle how long a session may be idle that somebody is logged in to, {@code null} for the container's time
 * @param passes which sessions hold a pass, for the figures
 * @param loggedOut is told of each person who is logged in no more, and why where that is to be said
 * @param logins where each person is logged in, {@code null} where a person may be so in several sessions
 */
public record SessionLimits(
        String application,
        Duration idle,
        RememberBudget remembered,
        @Nullable Duration loginIdle,
        SessionsWithPass passes,
        BiConsumer<FaceCaller, @Nullable String> loggedOut,
        @Nullable LatestLogins logins) {
    /** Told of a login that another session of the same person, or a restart of this server, has ended. */
    private static final String SUPERSEDED = "not the latest login";

    private static final String ATTRIBUTE = SessionLimits.class.getName();

    /** Where the application's start-up has not got so far yet, and at its end: nothing is remembered, and no one told. */
    private static final SessionLimits NONE = new SessionLimits(Duration.ofMinutes(10), new RememberBudget(0));

    /** Where nobody is logged in by the face, and nobody reads the figures. */
    public SessionLimits(Duration idle, RememberBudget remembered) {
        this("", idle, remembered, null, new SessionsWithPass(), (caller, why) -> {}, null);
    }

    /** Puts the limits where sessions find them. */
    public void setIn(ServletContext context) {
        context.setAttribute(ATTRIBUTE, this);
    }

    static SessionLimits in(ServletContext context) {
        return context.getAttribute(ATTRIBUTE) instanceof SessionLimits limits ? limits : NONE;
    }

    /**
     * What a container's own idle time is cut to, in its seconds, rounded up. There, zero and less mean that a session never
     * ends (Jakarta Servlet 6.0, §7.5).
     */
    int idleSeconds(int containers) {
        return cut(containers, idle);
    }

    /** The same for a session that somebody is logged in to. */
    int loginIdleSeconds(int containers) {
        return loginIdle == null ? containers : cut(containers, loginIdle);
    }

    /** Whether a login is over since its person may be logged in to one session, and is so to another one. */
    boolean isSuperseded(FaceCaller caller, @Nullable String sessionId) {
        return logins != null && !logins.isLatest(caller, sessionId);
    }

    /** Notes a login; to be called before the session has the pass, which each request compares with it. */
    void logIn(FaceCaller caller, String sessionId) {
        if (logins != null) {
            logins.loggedIn(caller, sessionId);
        }
    }

    /** Forgets a login that has not become one, and tells nobody. */
    void forget(FaceCaller caller, @Nullable String sessionId) {
        if (logins != null && sessionId != null) {
            logins.loggedOut(caller, sessionId);
        }
    }

    /** Notes the end of a login, and tells of it. */
    void logOut(FaceCaller caller, @Nullable String sessionId) {
        String why = isSuperseded(caller, sessionId) ? SUPERSEDED : null;
        forget(caller, sessionId);
        loggedOut.accept(caller, why);
    }

    private static int cut(int containers, Duration to) {
        int own = (int) Math.max(1, RoundedUp.seconds(to));
        return containers <= 0 ? own : Math.min(own, containers);
    }
}
