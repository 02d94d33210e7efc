package org.facecheck.session;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

/** Gives back what an ended session remembered, at once; where nobody calls it, the garbage collector does so later. */
public final class SessionEnd implements HttpSessionListener {

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        try {
            new Stored(event.getSession()).end();
        } catch (IllegalStateException ended) {
            System.getLogger("org.facecheck").log(System.Logger.Level.DEBUG, "a session was gone before its end");
        }
    }
}
