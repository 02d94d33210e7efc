package org.facecheck.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The one-time token of a capture page's form. It stands against forged requests (CSRF), tells the browser's tabs apart, and
 * lets one upload have one check. A secret: the text form does not show it.
 *
 * @param text what the page sends along, right or wrong
 */
public record FormToken(String text) {
    /** The request attribute that carries the token on, also across an asynchronous dispatch. */
    private static final String ATTRIBUTE = "org.facecheck.form-token";

    private static final SecureRandom RANDOM = new SecureRandom();
    /** 192 bits: RFC 6749, §10.10, asks for a chance of guessing of 2^-160 at most. */
    private static final int BYTES = 24;

    /** What a token is good for in a session. */
    public enum Status {
        /** Issued there, and not redeemed before. */
        VALID,
        /** Issued there, and redeemed: it allows no check any more, but still tells what its page was for. */
        USED,
        /** Not issued there, or so long ago that it is forgotten. */
        UNKNOWN
    }

    /** A new one that can't be guessed, in the alphabet of RFC 4648, §5. */
    static FormToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new FormToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whether it is this text; takes as long for a wrong one as for the right one, whatever they have in common. */
    boolean matches(String known) {
        return MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    /** From now on, the request is about what this token's page is for. */
    void bindTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The token that the request is bound to, {@code null} where it is bound to none. */
    static @Nullable FormToken boundTo(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof FormToken token ? token : null;
    }

    @Override
    public String toString() {
        return "FormToken";
    }
}
