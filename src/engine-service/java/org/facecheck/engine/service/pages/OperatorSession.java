package org.facecheck.engine.service.pages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.facecheck.engine.service.client.Client;
import org.facecheck.engine.service.client.Client.Right;
import org.facecheck.engine.service.client.SecretHash;
import org.facecheck.engine.service.client.Tokens;
import org.facecheck.engine.service.html.PageForm;
import org.facecheck.engine.service.html.PageRequest;

/**
 * An operator at a browser: a cookie with a token of a client that may enrol, good for as long as any token of the service's. There is
 * no session of the server's. Its text form shows no token.
 *
 * @param token as the cookie has it
 * @param client whose it is
 * @param isServers whether the server's login is the session, and no cookie of ours
 */
record OperatorSession(String token, Client client, boolean isServers) {
    private static final String COOKIE = "facecheck-operator";

    /** The session of a request, empty if it has none, or one that is over. */
    static Optional<OperatorSession> of(PageRequest request, Tokens tokens) {
        // No parser of cookies is asked: ours has a name and 64 digits that need no quotes (RFC 6265 §4.1.1).
        String header = request.cookie() == null ? "" : request.cookie();
        for (String pair : header.split(";", -1)) {
            String cookie = pair.strip();
            if (cookie.startsWith(COOKIE + "=")) {
                String token = cookie.substring(COOKIE.length() + 1);
                return tokens.client(token, Right.ENROL).map(client -> new OperatorSession(token, client, false));
            }
        }
        return Optional.empty();
    }

    /**
     * What the forms of this session send along: only who has the session's pages can know it, and from it nobody learns the session's
     * token.
     */
    String formToken() {
        return SecretHash.of("form " + token).hex();
    }

    /** Whether a form is of this session's pages; compared in constant time. */
    boolean hasSent(PageForm form) {
        return MessageDigest.isEqual(
                formToken().getBytes(StandardCharsets.UTF_8), form.text("token").getBytes(StandardCharsets.UTF_8));
    }

    /** The cookie's header: no script reads it, no other site's page sends it (RFC 6265bis §5.4.7), and none goes without TLS. */
    static String cookie(String token, PageRequest request) {
        return COOKIE + "=" + token + "; Path=" + request.home() + "; HttpOnly; SameSite=Strict; Max-Age="
                + (token.isEmpty() ? 0 : Tokens.LIFETIME.toSeconds()) + (request.isSecure() ? "; Secure" : "");
    }

    /** A client's own text form has the right only. */
    @Override
    public String toString() {
        return "OperatorSession[" + client + "]";
    }
}
