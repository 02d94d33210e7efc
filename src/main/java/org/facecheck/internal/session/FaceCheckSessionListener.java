package org.facecheck.internal.session;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.function.Consumer;

/** Is told by the container what becomes of sessions without a request of ours. */
public final class FaceCheckSessionListener implements HttpSessionListener, HttpSessionIdListener {

    /** Gives back what the session remembered, at once; where nobody calls this, the garbage collector does so later. */
    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        whereItStillIs(event.getSession(), SessionStore::end);
    }

    /**
     * Somebody has logged in, perhaps the same person after a logout: they have to be checked again. Our own change of the id
     * comes before its pass.
     */
    @Override
    public void sessionIdChanged(HttpSessionEvent event, String before) {
        whereItStillIs(event.getSession(), SessionStore::outdatePass);
    }

    private static void whereItStillIs(HttpSession session, Consumer<SessionStore> step) {
        try {
            step.accept(new SessionStore(session));
        } catch (IllegalStateException ended) {
            System.getLogger("org.facecheck").log(System.Logger.Level.DEBUG, "a session was gone before its end");
        }
    }
}
