package org.facecheck.it.app.reader;

import jakarta.servlet.http.HttpSession;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import org.facecheck.KycIdentity;

/** Keeps for a WebSocket whose identity its handshake had. Each connection has user properties of its own. */
public class WhoHandshake extends ServerEndpointConfig.Configurator {
    private static final String IDENTITY = "identity";
    /** What an earlier handshake has left behind in these properties, for the test. */
    private static final String LEFT = "left";

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        if (config.getUserProperties().containsKey(IDENTITY)) {
            config.getUserProperties().put(LEFT, "something");
        }
        KycIdentity.of((HttpSession) request.getHttpSession(), request.getUserPrincipal())
                .ifPresent(identity -> config.getUserProperties().put(IDENTITY, identity));
    }

    /** What a connection to which such a handshake led knows. */
    static String told(Session session) {
        return "open=" + name(session) + " left="
                + (session.getUserProperties().containsKey(LEFT) ? "something" : "nothing");
    }

    static String name(Session session) {
        return session.getUserProperties().get(IDENTITY) instanceof KycIdentity identity
                ? identity.fullName().orElse("nameless")
                : "nobody";
    }
}
