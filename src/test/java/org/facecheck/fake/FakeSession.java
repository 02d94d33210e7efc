package org.facecheck.fake;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.facecheck.internal.figures.SessionsWithPass;
import org.facecheck.internal.session.RememberBudget;
import org.facecheck.internal.session.SessionLimits;

/** A session that keeps its attributes. */
public final class FakeSession implements HttpSession {
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private final ServletContext context = mock(ServletContext.class);
    private static final AtomicInteger SESSIONS = new AtomicInteger();

    private final int number = SESSIONS.incrementAndGet();
    private int changes;
    private volatile boolean valid = true;
    private int idle = 1800;

    /** Of an application that remembers up to a megabyte, and lets a session be idle for ten minutes before a pass. */
    FakeSession() {
        isOf("");
    }

    /** From now on, it is the application of this name that has it. */
    public void isOf(String application) {
        when(context.getAttribute(SessionLimits.class.getName())).thenReturn(limits(application));
    }

    /** What an application has in its context that remembers up to a megabyte. */
    public static SessionLimits limits(String application) {
        return new SessionLimits(
                application,
                Duration.ofMinutes(10),
                new RememberBudget(1_000_000),
                null,
                new SessionsWithPass(),
                (caller, why) -> {},
                null);
    }

    void changeId() {
        changes++;
    }

    @Override
    public String getId() {
        return "session-" + number + "-" + changes;
    }

    @Override
    public Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public void setAttribute(String name, Object value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(attributes.keySet());
    }

    @Override
    public long getCreationTime() {
        if (!valid) {
            throw new IllegalStateException("ended"); // Jakarta Servlet 6.0, HttpSession.getCreationTime
        }
        return 0;
    }

    @Override
    public long getLastAccessedTime() {
        return 0;
    }

    @Override
    public ServletContext getServletContext() {
        return context;
    }

    @Override
    public void setMaxInactiveInterval(int interval) {
        idle = interval;
    }

    @Override
    public int getMaxInactiveInterval() {
        return idle;
    }

    @Override
    public void invalidate() {
        valid = false;
    }

    boolean isValid() {
        return valid;
    }

    @Override
    public boolean isNew() {
        return false;
    }
}
