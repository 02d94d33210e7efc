package org.facecheck.internal.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * What tells one request from any other: its method, its target and its body, as one digest. A check that was made for one
 * request opens no other one, since that has another fingerprint. Immutable.
 *
 * @param text SHA-256 of all three, in base64url; what was sent can't be read from it
 */
public record RequestFingerprint(String text) {
    /** The request attribute that says what a request stands for that is shown as another one than it was sent as. */
    private static final String ATTRIBUTE = "org.facecheck.fingerprint";

    /** Of a page that is gone to by its address. */
    public static RequestFingerprint ofPage(RequestTarget target) {
        return of("GET", target);
    }

    /**
     * Of a form that is sent to a target.
     *
     * @param contentType as sent: with another charset, the same body is another request
     */
    public static RequestFingerprint ofForm(RequestTarget target, String contentType, byte[] body) {
        MessageDigest digest = digest("POST", target);
        digest.update((contentType + '\n').getBytes(StandardCharsets.UTF_8));
        return new RequestFingerprint(encoded(digest.digest(body)));
    }

    /**
     * Of a request, whatever it has been dispatched to since. Empty where it has a body, which is not read here, and where its
     * target is none to come back to: no check can have been made for it.
     */
    public static Optional<RequestFingerprint> of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestFingerprint bound) {
            return Optional.of(bound);
        }
        return hasBody(request)
                ? Optional.empty()
                : RequestTarget.of(request).map(target -> of(request.getMethod(), target));
    }

    /** From now on, the request stands for the one that has this fingerprint. */
    public void bindTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    private static RequestFingerprint of(String method, RequestTarget target) {
        return new RequestFingerprint(encoded(digest(method, target).digest()));
    }

    /** What a message announces that has a body (RFC 9112, §6). */
    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** A line feed ends each part: none of them can hold one, so that no two requests are the same text. */
    private static MessageDigest digest(String method, RequestTarget target) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((method + '\n' + target.text() + '\n').getBytes(StandardCharsets.UTF_8));
            return digest;
        } catch (NoSuchAlgorithmException never) { // every Java platform has it, says MessageDigest
            throw new IllegalStateException(never);
        }
    }

    private static String encoded(byte[] digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** Without the text: who knows the rest of a short form could guess a field by it. */
    @Override
    public String toString() {
        return "RequestFingerprint";
    }
}
