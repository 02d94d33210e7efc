package org.facecheck.internal.challenge;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.facecheck.internal.session.RememberedRequest.Form;

/**
 * Reads what a form sent, if it can be kept: urlencoded, not above the limit, and not read yet. A body can be read once, so
 * after a dispatch of the application's it may be gone; what was begun there is not sent again.
 *
 * @param maxBytes the limit
 */
record FormBodyReader(int maxBytes) {

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
        byte[] body = request.getInputStream().readNBytes(maxBytes + 1);
        boolean whole = request.getContentLengthLong() < 0 || request.getContentLengthLong() == body.length;
        return whole && body.length <= maxBytes ? Optional.of(new Form(type, body)) : Optional.empty();
    }
}
