package org.facecheck.internal.challenge;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.facecheck.internal.session.RememberedRequest.Form;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a form sent, if it can be kept: urlencoded, not above the limits, and not read yet. A body can be read once, so
 * after a dispatch of the application's it may be gone; what was begun there is not sent again.
 *
 * <p>What is not certain to come back as the server would have read it is not kept, either. The person sends it once more
 * after the check, and then the server reads it itself.
 *
 * @param maxBytes the limit
 */
record FormBodyReader(int maxBytes) {
    /**
     * How many parameters a form may have. That is Undertow's own limit, and the lowest: where a server would have refused a
     * form, or would have dropped what is beyond, no application may get it from here.
     */
    static final int MAX_PARAMETERS = 1000;

    /**
     * The whole form; empty where it can't be kept. One byte beyond the limit is read, since a chunked body announces no
     * length (RFC 9112, §7.1): it tells a body of just the limit from a longer one. A body that ends before its announced
     * length is not the form that was sent.
     */
    Optional<Form> read(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        if (type == null
                || !type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")
                || request.getDispatcherType() != DispatcherType.REQUEST
                || request.getContentLengthLong() > maxBytes) {
            return Optional.empty();
        }
        @Nullable String encoding;
        try {
            encoding = request.getCharacterEncoding();
        } catch (RuntimeException unreadable) { // Undertow, of "charset=" without a value
            return Optional.empty();
        }
        byte[] body = request.getInputStream().readNBytes(maxBytes + 1);
        boolean whole = request.getContentLengthLong() < 0 || request.getContentLengthLong() == body.length;
        return whole && body.length <= maxBytes && parameters(body) <= MAX_PARAMETERS
                ? Optional.of(new Form(type, body, encoding))
                : Optional.empty();
    }

    /** How many there may be, from above. */
    private static int parameters(byte[] body) {
        int parameters = 1;
        for (byte octet : body) {
            parameters += octet == '&' ? 1 : 0;
        }
        return parameters;
    }
}
