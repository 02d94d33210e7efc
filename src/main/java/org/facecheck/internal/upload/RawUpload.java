package org.facecheck.internal.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.upload.UploadRefusal.Malformed;
import org.facecheck.internal.upload.UploadRefusal.UnusablePicture;
import org.jspecify.annotations.Nullable;

/**
 * An upload by a script, as announced by the request's headers: the picture itself is the body, and the form token is a header.
 * A form can't send that, and a script of another site has to ask first (a media type and a header outside the CORS safelist,
 * Fetch §2.2.2).
 *
 * @param token as sent, right or wrong; empty where none was sent
 * @param consent the version of the text that the person agreed to, right or wrong; {@code null} where none was sent
 * @param limit length of the picture in bytes, as announced
 */
public record RawUpload(FormToken token, @Nullable String consent, int limit) implements AnnouncedUpload {
    /** The request header with the version of the text that the person has agreed to. */
    private static final String CONSENT = "Facecheck-Consent";

    /** Whether the request's body is meant to be a picture, of whatever format. */
    public static boolean isSentBy(HttpServletRequest request) {
        return mediaType(request.getContentType()).startsWith("image/");
    }

    /** As {@link AnnouncedUpload#of}. */
    static RawUpload announced(HttpServletRequest request, int maxBytes) throws UploadRejectedException {
        String type = mediaType(request.getContentType());
        if (!type.equals("image/jpeg") && !type.equals("image/png")) {
            throw new UploadRejectedException(new UnusablePicture(Fault.OTHER_FORMAT, "media type not supported"));
        }
        long length = request.getContentLengthLong();
        if (length < 0) {
            throw new UploadRejectedException(Malformed.NO_LENGTH);
        }
        if (length == 0) {
            throw new UploadRejectedException(Malformed.NO_PICTURE);
        }
        if (length > maxBytes) {
            throw new UploadRejectedException(FormUpload.TOO_LARGE);
        }
        return new RawUpload(AnnouncedUpload.requiredHeaderToken(request), request.getHeader(CONSENT), (int) length);
    }

    @Override
    public Optional<FormToken> headerToken() {
        return Optional.of(token);
    }

    @Override
    public OptionalInt length() {
        return OptionalInt.of(limit);
    }

    @Override
    public Optional<FormToken> token(byte[] body, int length) {
        return headerToken();
    }

    @Override
    public FormUpload upload(FormToken known, byte[] body) {
        return new FormUpload(known, consent, body);
    }

    private static String mediaType(@Nullable String contentType) {
        return Optional.ofNullable(contentType)
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** Shows no token. */
    @Override
    public String toString() {
        return "RawUpload[%d bytes]".formatted(limit);
    }
}
