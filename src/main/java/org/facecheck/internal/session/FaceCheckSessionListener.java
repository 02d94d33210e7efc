package org.facecheck.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.facecheck.KycIdentity;
import org.jspecify.annotations.Nullable;

/** The container tells it what becomes of sessions without a request of Facecheck's (Jakarta Servlet 6.0, §11.3). */
public final class FaceCheckSessionListener
        implements HttpSessionListener, HttpSessionIdListener, HttpSessionAttributeListener {
    /** In a thread that is changing an id by {@link #changeId}: where to put the id before. Empty in all others. */
    private static final ThreadLocal<AtomicReference<@Nullable String>> CHANGE = new ThreadLocal<>();

    /**
     * Gives the request's session a new id. Another request may have changed it since it was last asked for; a container does
     * not compare and set, but it tells its listeners, in the same thread, which id there was.
     *
     * @return the id before, {@code null} where the container did not tell
     */
    static @Nullable String changeId(HttpServletRequest request) {
        AtomicReference<@Nullable String> before = new AtomicReference<>();
        CHANGE.set(before);
        try {
            request.changeSessionId();
            return before.get();
        } finally {
            CHANGE.remove();
        }
    }

    /** Gives back what the session remembered, at once; where a container does not call this, garbage collection does later. */
    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        whereItStillIs(event.getSession(), SessionStore::end);
    }

    /** The pass holds for its session's id only ({@link Pass#in}), so that it is not to be taken away, but not to be counted. */
    @Override
    public void sessionIdChanged(HttpSessionEvent event, String before) {
        whereItStillIs(event.getSession(), session -> session.limits().passes().ended(before));
        AtomicReference<@Nullable String> change = CHANGE.get();
        if (change != null) {
            change.set(before);
        }
    }

    /** An application may end a pass by removing it, and keep the session; one that ends loses its attributes, too (§11.3). */
    @Override
    public void attributeRemoved(HttpSessionBindingEvent event) {
        if (KycIdentity.SESSION_ATTRIBUTE.equals(event.getName())) {
            whereItStillIs(
                    event.getSession(),
                    session -> session.limits().passes().ended(session.session().getId()));
            if (event.getValue() instanceof Pass pass) {
                pass.loggedOut(SessionLimits.in(event.getSession().getServletContext()));
            }
        }
    }

    /** Some containers call listeners when the session can't be read any more, and say so only when it is tried. */
    private static void whereItStillIs(HttpSession session, Consumer<SessionStore> step) {
        try {
            step.accept(new SessionStore(session));
        } catch (IllegalStateException ended) {
            System.getLogger("org.facecheck").log(System.Logger.Level.DEBUG, "a session was gone before its end");
        }
    }
}
