package org.facecheck.internal.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.facecheck.internal.session.FormToken;

/**
 * What the headers of an upload announce, before anything of its body is read: how long it is, and where its token is. Immutable.
 */
public sealed interface AnnouncedUpload permits RawUpload, AnnouncedForm {
    /** The request header with the form token. */
    String TOKEN = "Facecheck-Token";

    /**
     * By the headers alone. The body is not touched, so that what can be refused is refused before it is sent: a client that
     * waits for {@code 100 Continue} (RFC 9110 §10.1.1) never sends it.
     *
     * @param maxBytes how large a picture may be
     */
    static AnnouncedUpload of(HttpServletRequest request, int maxBytes) throws UploadRejectedException {
        return RawUpload.isSentBy(request)
                ? RawUpload.announced(request, maxBytes)
                : AnnouncedForm.announced(request, maxBytes);
    }

    /** The token where it is a header, right or wrong; empty where it is to come in the body. */
    Optional<FormToken> headerToken();

    /** The body's length in bytes; empty where it is sent in chunks (RFC 9112 §7.1). */
    OptionalInt length();

    /** How long the body may be, in bytes. */
    int limit();

    /**
     * The token in a body that has begun to arrive, right or wrong; empty where more has to arrive first.
     *
     * @param body holds what has arrived at its beginning
     * @param length of what has arrived
     * @throws UploadRejectedException where the token does not stand where it has to
     */
    Optional<FormToken> token(byte[] body, int length) throws UploadRejectedException;

    /** What was sent, from the whole body. */
    FormUpload upload(FormToken token, byte[] body) throws UploadRejectedException;

    /** The token in the header; empty where that is missing. */
    static Optional<FormToken> headerToken(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(TOKEN)).map(FormToken::new);
    }

    /** The same, for an upload that has no other place for it: a missing one is wrong. */
    static FormToken requiredHeaderToken(HttpServletRequest request) {
        return new FormToken(Objects.requireNonNullElse(request.getHeader(TOKEN), ""));
    }
}
