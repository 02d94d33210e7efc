package org.facecheck.internal.challenge;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.facecheck.internal.session.RememberedRequest.Form;

/**
 * Reads what a form sent, if it can be kept: urlencoded, not above the limit, and not read by anybody yet.
 *
 * @param maxBytes the limit
 */
record FormBodyReader(int maxBytes) {

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
