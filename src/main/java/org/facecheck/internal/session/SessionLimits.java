package org.facecheck.internal.session;

import jakarta.servlet.ServletContext;
import java.time.Duration;
import org.facecheck.internal.config.RoundedUp;

/**
 * What sessions may cost a server, found in the servlet context.
 *
 * @param idle how long a session that Facecheck has begun may be idle before it has a pass
 * @param remembered how much all sessions may remember together
 */
public record SessionLimits(Duration idle, RememberBudget remembered) {
    private static final String ATTRIBUTE = SessionLimits.class.getName();

    /** Where the application's start-up has not got so far yet: nothing is remembered. */
    private static final SessionLimits NONE = new SessionLimits(Duration.ofMinutes(10), new RememberBudget(0));

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
        int own = (int) Math.max(1, RoundedUp.seconds(idle));
        return containers <= 0 ? own : Math.min(own, containers);
    }
}
