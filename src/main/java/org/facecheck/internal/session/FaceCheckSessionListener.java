package org.facecheck.internal.session;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.function.Consumer;

/** The container tells it what becomes of sessions without a request of Facecheck's (Jakarta Servlet 6.0, §11.3). */
public final class FaceCheckSessionListener implements HttpSessionListener, HttpSessionIdListener {

    /** Gives back what the session remembered, at once; where a container does not call this, garbage collection does later. */
    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        whereItStillIs(event.getSession(), SessionStore::end);
    }

    /**
     * Outdates the pass: a principal has logged in, perhaps the same one after a logout, and has to be checked again. Our own
     * change of the id comes before its pass is put into the session.
     */
    @Override
    public void sessionIdChanged(HttpSessionEvent event, String before) {
        whereItStillIs(event.getSession(), SessionStore::outdatePass);
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
