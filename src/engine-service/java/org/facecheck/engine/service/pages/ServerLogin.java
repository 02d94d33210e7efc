package org.facecheck.engine.service.pages;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.facecheck.engine.gallery.KeyForm;
import org.facecheck.engine.service.client.Client;
import org.facecheck.engine.service.client.Client.Right;
import org.facecheck.engine.service.client.SecretHash;
import org.facecheck.engine.service.html.PageForm;
import org.facecheck.engine.service.html.PageRequest;

/**
 * People whom the server itself has logged in, where the operator has put the pages behind that. It has no session of its own: the server's is
 * one. Immutable and thread-safe; the text form names nobody.
 */
public final class ServerLogin {
    private static final int BYTES = 32;

    private final Set<String> operators;
    private final byte[] key = new byte[BYTES];

    /** @param operators the names of those who may enrol others; none of them is let in without the server's login */
    public ServerLogin(Set<String> operators) {
        this.operators = operators.stream().map(KeyForm::of).collect(Collectors.toUnmodifiableSet());
        // Of this process: forms of another one, or of before a restart, have to be opened again.
        new SecureRandom().nextBytes(key);
    }

    /** The session of an operator whom the server has logged in. */
    Optional<OperatorSession> operator(PageRequest request) {
        // A client of this process only, with a secret that nobody knows: it can ask the API for nothing.
        return Optional.ofNullable(request.caller())
                .filter(name -> operators.contains(KeyForm.of(name)))
                .map(name -> new OperatorSession(
                        formToken(name), new Client(name, SecretHash.of(formToken(name)), Right.ENROL), true));
    }

    /** What forms send along that were made for this person: only who has seen the person's pages can know it (HMAC-SHA-256, RFC 2104). */
    String formToken(String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) { // each Java platform has HmacSHA256 (javax.crypto.Mac)
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether a form was made for this person; compared in constant time. */
    boolean hasSent(String name, PageForm form) {
        return MessageDigest.isEqual(
                formToken(name).getBytes(StandardCharsets.UTF_8),
                form.text("token").getBytes(StandardCharsets.UTF_8));
    }

    /** Names of operators are names of people, too. */
    @Override
    public String toString() {
        return "ServerLogin[" + operators.size() + " operators]";
    }
}
