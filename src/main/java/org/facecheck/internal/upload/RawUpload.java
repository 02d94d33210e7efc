package org.facecheck.internal.upload;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.facecheck.internal.page.PageMessage;
import org.jspecify.annotations.Nullable;

/**
 * The upload of a script: the picture itself is the body, announced by its media type and its length, and the token is a
 * header. A form can't send that, and neither can another site's script without asking.
 *
 * @param token as sent, right or wrong
 * @param length of the picture, as announced
 */
public record RawUpload(String token, int length) {
    /** The header. */
    static final String TOKEN = "Facecheck-Token";

    /** Whether the body is meant to be a picture, of whatever kind. */
    public static boolean is(HttpServletRequest request) {
        return mediaType(request.getContentType()).startsWith("image/");
    }

    /** What was announced, if it can be used; the body has not been touched. */
    public static RawUpload announced(HttpServletRequest request, int maxBytes) throws UploadRejectedException {
        String type = mediaType(request.getContentType());
        if (!type.equals("image/jpeg") && !type.equals("image/png")) {
            throw new UploadRejectedException(PageMessage.of(Fault.OTHER_FORMAT));
        }
        long length = request.getContentLengthLong();
        if (length < 0) {
            throw new UploadRejectedException(PageMessage.of(HttpServletResponse.SC_LENGTH_REQUIRED, "no-picture"));
        }
        if (length == 0) {
            throw new UploadRejectedException(PageMessage.of(HttpServletResponse.SC_BAD_REQUEST, "no-picture"));
        }
        if (length > maxBytes) {
            throw new UploadRejectedException(PageMessage.of(Fault.TOO_LARGE));
        }
        return new RawUpload(Objects.requireNonNullElse(request.getHeader(TOKEN), ""), (int) length);
    }

    /** The whole picture at once, where a thread has to wait for it. */
    public FormUpload readAll(HttpServletRequest request) throws IOException {
        byte[] picture = request.getInputStream().readNBytes(length);
        if (picture.length < length) {
            throw new EOFException("the picture broke off");
        }
        return new FormUpload(token, picture);
    }

    private static String mediaType(@Nullable String contentType) {
        return Optional.ofNullable(contentType)
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    @Override
    public String toString() {
        return "RawUpload[%d bytes]".formatted(length);
    }
}
