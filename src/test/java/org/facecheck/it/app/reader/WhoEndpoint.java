package org.facecheck.it.app.reader;

import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/** A WebSocket, which has no request: it reads what its handshake had. */
@ServerEndpoint(value = "/secure/socket", configurator = WhoHandshake.class)
public class WhoEndpoint {

    @OnOpen
    public void open(Session session) throws IOException {
        session.getBasicRemote().sendText(WhoHandshake.told(session));
    }

    @OnMessage
    public String message(String text, Session session) {
        return text + "=" + WhoHandshake.name(session);
    }
}
