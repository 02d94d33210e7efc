package org.facecheck.it.app.reader;

import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/** The same, outside the rule. */
@ServerEndpoint(value = "/open/socket", configurator = WhoHandshake.class)
public class OpenEndpoint {

    @OnOpen
    public void open(Session session) throws IOException {
        session.getBasicRemote().sendText(WhoHandshake.told(session));
    }

    @OnMessage
    public String message(String text, Session session) {
        return text + "=" + WhoHandshake.name(session);
    }
}
