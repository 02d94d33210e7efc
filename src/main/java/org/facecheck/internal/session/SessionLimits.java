package org.facecheck.internal.session;

import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.function.Consumer;
import org.facecheck.FaceCaller;
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
 * @param loggedOut is told of each person who is logged in no more
 */
public record SessionLimits(
        String application,
        Duration idle,
        RememberBudget remembered,
        @Nullable Duration loginIdle,
        SessionsWithPass passes,
        Consumer<FaceCaller> loggedOut) {
    private static final String ATTRIBUTE = SessionLimits.class.getName();

    /** Where the application's start-up has not got so far yet, and at its end: nothing is remembered, and no one told. */
    private static final SessionLimits NONE = new SessionLimits(Duration.ofMinutes(10), new RememberBudget(0));

    /** Where nobody is logged in by the face, and nobody reads the figures. */
    public SessionLimits(Duration idle, RememberBudget remembered) {
        this("", idle, remembered, null, new SessionsWithPass(), caller -> {});
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

    private static int cut(int containers, Duration to) {
        int own = (int) Math.max(1, RoundedUp.seconds(to));
        return containers <= 0 ? own : Math.min(own, containers);
    }
}
