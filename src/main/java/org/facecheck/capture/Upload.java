package org.facecheck.capture;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.facecheck.Selfie;
import org.facecheck.config.CaptureConfig;
import org.facecheck.picture.SelfieReader;
import org.facecheck.picture.UnusablePicture;
import org.facecheck.picture.UnusablePicture.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What the capture page sent. The container parses the form and, configured so, keeps it in memory.
 *
 * @param token as sent, right or wrong
 * @param picture as sent; empty where none was
 */
@SuppressWarnings("ArrayRecordComponent") // nothing compares uploads
record Upload(String token, byte[] picture) {
    static final String TOKEN = "token";
    static final String SELFIE = "selfie";

    static final int OVERHEAD = CaptureConfig.FORM_BYTES;

    private static final int MAX_TOKEN_BYTES = 128;

    /** How many bytes a form may take up: the server keeps one copy of what was sent, this room the other. */
    static int memory(HttpServletRequest request, int maxBytes) throws UploadException {
        long announced = request.getContentLengthLong();
        if (announced > (long) maxBytes + OVERHEAD) {
            throw new UploadException(News.of(Fault.TOO_LARGE));
        }
        return 2 * (announced < 0 ? maxBytes + OVERHEAD : (int) announced);
    }

    static Upload read(HttpServletRequest request, int maxBytes) throws IOException, UploadException {
        try {
            byte[] token = token(request.getPart(TOKEN));
            byte[] picture = content(request.getPart(SELFIE), maxBytes);
            return new Upload(new String(token, StandardCharsets.UTF_8), picture);
        } catch (IllegalStateException tooLarge) {
            throw new UploadException(News.of(Fault.TOO_LARGE));
        } catch (ServletException noForm) {
            throw new UploadException(News.of(HttpServletResponse.SC_BAD_REQUEST, "no-picture"));
        }
    }

    /** The selfie that was sent. */
    Selfie selfie(SelfieReader reader) throws UploadException {
        if (picture.length == 0) {
            throw new UploadException(News.of(HttpServletResponse.SC_BAD_REQUEST, "no-picture"));
        }
        try {
            return reader.read(picture);
        } catch (UnusablePicture unusable) {
            throw new UploadException(News.of(unusable.fault()));
        }
    }

    private static byte[] content(Part part, int maxBytes) throws IOException, UploadException {
        if (part == null) {
            return new byte[0];
        }
        if (part.getSize() > maxBytes) {
            throw new UploadException(News.of(Fault.TOO_LARGE));
        }
        try (InputStream content = part.getInputStream()) {
            return content.readNBytes(maxBytes);
        }
    }

    /** One that is too long is as wrong as any other. */
    private static byte[] token(@Nullable Part part) throws IOException, UploadException {
        return part == null || part.getSize() > MAX_TOKEN_BYTES ? new byte[0] : content(part, MAX_TOKEN_BYTES);
    }

    @Override
    public String toString() {
        return "Upload[%d bytes]".formatted(picture.length);
    }
}
