package org.facecheck.internal.upload;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.facecheck.Selfie;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.image.SelfieReader;
import org.facecheck.internal.image.parser.UnusableImageException;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.facecheck.internal.page.PageMessage;

/**
 * What the capture page sent.
 *
 * @param token as sent, right or wrong
 * @param picture as sent; empty where none was
 */
@SuppressWarnings("ArrayRecordComponent") // nothing compares uploads
public record FormUpload(String token, byte[] picture) {
    static final String TOKEN = "token";
    static final String SELFIE = "selfie";

    static final int OVERHEAD = CaptureConfig.FORM_BYTES;

    private static final byte[] NOTHING = {};
    private static final int MAX_TOKEN_BYTES = 128;

    /** How many bytes a form may take up: the body as it was sent, and the picture out of it. */
    public static int memory(HttpServletRequest request, int maxBytes) throws UploadRejectedException {
        long announced = request.getContentLengthLong();
        if (announced > (long) maxBytes + OVERHEAD) {
            throw new UploadRejectedException(PageMessage.of(Fault.TOO_LARGE));
        }
        return 2 * (announced < 0 ? maxBytes + OVERHEAD : (int) announced);
    }

    public static FormUpload read(HttpServletRequest request, int maxBytes)
            throws IOException, UploadRejectedException {
        Map<String, byte[]> parts = MultipartParser.read(request.getContentType(), body(request, maxBytes + OVERHEAD))
                .orElseThrow(() ->
                        new UploadRejectedException(PageMessage.of(HttpServletResponse.SC_BAD_REQUEST, "no-picture")));
        byte[] token = parts.getOrDefault(TOKEN, NOTHING);
        byte[] picture = parts.getOrDefault(SELFIE, NOTHING);
        if (picture.length > maxBytes) {
            throw new UploadRejectedException(PageMessage.of(Fault.TOO_LARGE));
        }
        // A token that is too long is as wrong as any other.
        return new FormUpload(token.length > MAX_TOKEN_BYTES ? "" : new String(token, StandardCharsets.UTF_8), picture);
    }

    /** As long as was announced. */
    private static byte[] body(HttpServletRequest request, int limit) throws IOException, UploadRejectedException {
        long announced = request.getContentLengthLong();
        byte[] body = request.getInputStream().readNBytes(announced < 0 ? limit + 1 : (int) Math.min(announced, limit));
        if (body.length < announced) {
            throw new EOFException("the form broke off");
        }
        if (body.length > limit) {
            throw new UploadRejectedException(PageMessage.of(Fault.TOO_LARGE));
        }
        return body;
    }

    /** The selfie that was sent. */
    public Selfie selfie(SelfieReader reader) throws UploadRejectedException {
        if (picture.length == 0) {
            throw new UploadRejectedException(PageMessage.of(HttpServletResponse.SC_BAD_REQUEST, "no-picture"));
        }
        try {
            return reader.read(picture);
        } catch (UnusableImageException unusable) {
            throw new UploadRejectedException(PageMessage.of(unusable.fault()));
        }
    }

    @Override
    public String toString() {
        return "Upload[%d bytes]".formatted(picture.length);
    }
}
