package org.facecheck.it.app.reader;

import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import org.facecheck.KycIdentity;

/** The same, outside the rule. */
@ServerEndpoint(value = "/open/socket", configurator = WhoHandshake.class)
public class OpenEndpoint {

    @OnOpen
    public void open(Session session) throws IOException {
        session.getBasicRemote().sendText("open=" + name(session) + " left=" + left(session));
    }

    @OnMessage
    public String message(String text, Session session) {
        return text + "=" + name(session);
    }

    private static String name(Session session) {
        return session.getUserProperties().get(WhoHandshake.IDENTITY) instanceof KycIdentity identity
                ? identity.fullName().orElse("nameless")
                : "nobody";
    }

    private static String left(Session session) {
        return session.getUserProperties().containsKey(WhoHandshake.LEFT) ? "something" : "nothing";
    }
}
