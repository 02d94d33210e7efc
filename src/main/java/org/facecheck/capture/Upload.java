package org.facecheck.capture;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.facecheck.Selfie;
import org.facecheck.config.CaptureConfig;

/**
 * What the capture page sent.
 *
 * @param token as sent, right or wrong
 * @param picture as sent; empty where none was
 */
@SuppressWarnings("ArrayRecordComponent") // nothing compares uploads
record Upload(String token, byte[] picture) {
    static final String TOKEN = "token";
    static final String SELFIE = "selfie";

    static final int OVERHEAD = CaptureConfig.FORM_BYTES;

    private static final byte[] NOTHING = {};
    private static final int MAX_TOKEN_BYTES = 128;
    private static final int MIN_SIDE = 200;
    private static final int MAX_SIDE = 10_000;
    private static final long MAX_PIXELS = 40_000_000;

    /** How many bytes a form may take up: the body as it was sent, and the picture out of it. */
    static int memory(HttpServletRequest request, int maxBytes) throws UploadException {
        long announced = request.getContentLengthLong();
        if (announced > (long) maxBytes + OVERHEAD) {
            throw new UploadException(tooLarge());
        }
        return 2 * (announced < 0 ? maxBytes + OVERHEAD : (int) announced);
    }

    static Upload read(HttpServletRequest request, int maxBytes) throws IOException, UploadException {
        Map<String, byte[]> parts = MultipartForm.read(request.getContentType(), body(request, maxBytes + OVERHEAD))
                .orElseThrow(() -> new UploadException(News.of(HttpServletResponse.SC_BAD_REQUEST, "no-picture")));
        byte[] token = parts.getOrDefault(TOKEN, NOTHING);
        byte[] picture = parts.getOrDefault(SELFIE, NOTHING);
        if (picture.length > maxBytes) {
            throw new UploadException(tooLarge());
        }
        // A token that is too long is as wrong as any other.
        return new Upload(token.length > MAX_TOKEN_BYTES ? "" : new String(token, StandardCharsets.UTF_8), picture);
    }

    /** As long as was announced. */
    private static byte[] body(HttpServletRequest request, int limit) throws IOException, UploadException {
        long announced = request.getContentLengthLong();
        byte[] body = request.getInputStream().readNBytes(announced < 0 ? limit + 1 : (int) Math.min(announced, limit));
        if (body.length < announced) {
            throw new EOFException("the form broke off");
        }
        if (body.length > limit) {
            throw new UploadException(tooLarge());
        }
        return body;
    }

    /** The selfie, if header and dimensions are in order; it is not decoded. */
    Selfie selfie() throws UploadException {
        if (picture.length == 0) {
            throw new UploadException(News.of(HttpServletResponse.SC_BAD_REQUEST, "no-picture"));
        }
        PictureHeader header = PictureHeader.read(picture)
                .orElseThrow(() ->
                        new UploadException(News.of(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "not-a-picture")));
        int shorter = Math.min(header.width(), header.height());
        int longer = Math.max(header.width(), header.height());
        if (shorter < MIN_SIDE) {
            throw new UploadException(News.of(News.UNPROCESSABLE, "picture-too-small"));
        }
        if (longer > MAX_SIDE || (long) shorter * longer > MAX_PIXELS) {
            throw new UploadException(tooLarge());
        }
        return new Selfie(picture, header.format(), header.width(), header.height());
    }

    static News tooLarge() {
        return News.of(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "picture-too-large");
    }

    @Override
    public String toString() {
        return "Upload[%d bytes]".formatted(picture.length);
    }
}
