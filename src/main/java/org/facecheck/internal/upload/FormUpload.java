package org.facecheck.internal.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.facecheck.Selfie;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.image.SelfieReader;
import org.facecheck.internal.image.parser.UnusableImageException;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.upload.UploadRefusal.Malformed;
import org.facecheck.internal.upload.UploadRefusal.UnusablePicture;

/**
 * A form token and a picture, as the capture page's form sends them; a picture that came as the body itself is brought into
 * the same form.
 *
 * @param token as sent, right or wrong; empty where none was sent
 * @param picture as sent; empty where none was
 */
@SuppressWarnings("ArrayRecordComponent") // uploads are never compared
public record FormUpload(FormToken token, byte[] picture) {
    static final String TOKEN = "token";
    static final String SELFIE = "selfie";

    static final int OVERHEAD = CaptureConfig.FORM_BYTES;

    static final UploadRefusal TOO_LARGE = new UnusablePicture(Fault.TOO_LARGE, "more bytes than allowed");

    private static final byte[] NOTHING = {};
    private static final int MAX_TOKEN_BYTES = 128;
    private static final int BUFFER = 8192;

    /**
     * How many bytes a form may take up in memory. That is twice its length, since the body as it was sent and the picture cut
     * out of it exist at the same time. A form without a length counts as the longest that is allowed.
     */
    public static int memory(HttpServletRequest request, int maxBytes) throws UploadRejectedException {
        long announced = request.getContentLengthLong();
        if (announced > (long) maxBytes + OVERHEAD) {
            throw new UploadRejectedException(TOO_LARGE);
        }
        return 2 * (announced < 0 ? maxBytes + OVERHEAD : (int) announced);
    }

    /**
     * Reads the whole form; the thread waits for the client meanwhile. A client that keeps sending a byte now and then does not
     * keep the thread: each time that something arrives, the deadline counts. One that sends nothing at all is the server's
     * read timeout's affair.
     *
     * @param timeout how long the form may be on its way
     */
    public static FormUpload read(HttpServletRequest request, int maxBytes, Duration timeout)
            throws IOException, UploadRejectedException {
        Map<String, byte[]> parts = MultipartParser.read(
                        request.getContentType(), body(request, maxBytes + OVERHEAD, timeout))
                .orElseThrow(() -> new UploadRejectedException(Malformed.NO_FORM));
        byte[] token = parts.getOrDefault(TOKEN, NOTHING);
        byte[] picture = parts.getOrDefault(SELFIE, NOTHING);
        if (picture.length > maxBytes) {
            throw new UploadRejectedException(TOO_LARGE);
        }
        // A token that is too long is as wrong as any other, and is not worth being decoded.
        String text = token.length > MAX_TOKEN_BYTES ? "" : new String(token, StandardCharsets.UTF_8);
        return new FormUpload(new FormToken(text), picture);
    }

    /** The body, exactly as long as was announced. */
    private static byte[] body(HttpServletRequest request, int limit, Duration timeout)
            throws IOException, UploadRejectedException {
        long announced = request.getContentLengthLong();
        // Without a length, one byte beyond the limit tells a body that reaches it from one that exceeds it.
        byte[] body = receive(
                request.getInputStream(), announced < 0 ? limit + 1 : (int) Math.min(announced, limit), timeout);
        if (body.length < announced) {
            throw new EOFException("the form ended early");
        }
        if (body.length > limit) {
            throw new UploadRejectedException(TOO_LARGE);
        }
        return body;
    }

    /** Up to so many bytes; memory grows with what arrives. */
    static byte[] receive(InputStream body, int most, Duration timeout) throws IOException, UploadRejectedException {
        long begin = System.nanoTime();
        byte[] received = new byte[Math.min(BUFFER, most)];
        int length = 0;
        while (length < most) {
            if (length == received.length) {
                received = Arrays.copyOf(received, Math.min(2 * length, most));
            }
            int more = body.read(received, length, received.length - length);
            if (more < 0) {
                break;
            }
            if (System.nanoTime() - begin > timeout.toNanos()) {
                throw new UploadRejectedException(Malformed.TOO_SLOW);
            }
            length += more;
        }
        return length == received.length ? received : Arrays.copyOf(received, length);
    }

    /** The selfie that was sent, freed of everything that is not the picture. */
    public Selfie selfie(SelfieReader reader) throws UploadRejectedException {
        if (picture.length == 0) {
            throw new UploadRejectedException(Malformed.NO_PICTURE);
        }
        try {
            return reader.read(picture);
        } catch (UnusableImageException unusable) {
            throw new UploadRejectedException(new UnusablePicture(unusable));
        }
    }

    /** Shows neither token nor picture. */
    @Override
    public String toString() {
        return "FormUpload[%d bytes]".formatted(picture.length);
    }
}
