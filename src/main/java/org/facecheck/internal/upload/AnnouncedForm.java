package org.facecheck.internal.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.upload.UploadRefusal.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * The page's form, as its headers announce it. The token has to stand before the picture, or in a header, so that no memory is
 * taken for the picture of somebody who has no token.
 */
final class AnnouncedForm implements AnnouncedUpload {
    static final String TOKEN_PART = "token";
    static final String SELFIE_PART = "selfie";
    private static final String CONSENT_PART = "consent";

    /** Longer texts are as wrong as any other, and not worth being decoded. */
    private static final int MAX_TEXT_BYTES = 128;

    /** In what precedes the picture there is room for the token and for a few short fields of an application's. */
    private static final int MAX_HEAD = 8192;

    private static final byte[] NOTHING = {};

    private final MultipartParser parser;
    private final int maxBytes;
    private final @Nullable FormToken header;

    /** {@code null} where it is not announced. */
    private final @Nullable Integer length;

    private AnnouncedForm(MultipartParser parser, int maxBytes, @Nullable FormToken header, @Nullable Integer length) {
        this.parser = parser;
        this.maxBytes = maxBytes;
        this.header = header;
        this.length = length;
    }

    /** As {@link AnnouncedUpload#of}. */
    static AnnouncedForm announced(HttpServletRequest request, int maxBytes) throws UploadRejectedException {
        MultipartParser parser = MultipartParser.of(request.getContentType())
                .orElseThrow(() -> new UploadRejectedException(Malformed.NO_FORM));
        long length = request.getContentLengthLong();
        if (length > (long) maxBytes + CaptureConfig.FORM_BYTES) {
            throw new UploadRejectedException(FormUpload.TOO_LARGE);
        }
        return new AnnouncedForm(
                parser, maxBytes, AnnouncedUpload.headerToken(request).orElse(null), length < 0 ? null : (int) length);
    }

    @Override
    public Optional<FormToken> headerToken() {
        return Optional.ofNullable(header);
    }

    @Override
    public OptionalInt length() {
        return length == null ? OptionalInt.empty() : OptionalInt.of(length);
    }

    @Override
    public int limit() {
        return maxBytes + CaptureConfig.FORM_BYTES;
    }

    @Override
    public Optional<FormToken> token(byte[] body, int arrived) throws UploadRejectedException {
        if (header != null) {
            return Optional.of(header);
        }
        MultipartParser.Beginning beginning = parser.parseBeginning(body, arrived);
        // A picture so small that it has arrived with the token is no exception, so that the same page always has the
        // same answer.
        Optional<String> first = Stream.concat(beginning.parts().keySet().stream(), Stream.ofNullable(beginning.next()))
                .filter(name -> name.equals(TOKEN_PART) || name.equals(SELFIE_PART))
                .findFirst();
        byte[] token = beginning.parts().get(TOKEN_PART);
        if (token != null && first.equals(Optional.of(TOKEN_PART))) {
            return Optional.of(token(token));
        }
        if (first.equals(Optional.of(SELFIE_PART)) || beginning.isEnd() || arrived >= MAX_HEAD) {
            throw new UploadRejectedException(Malformed.TOKEN_NOT_FIRST);
        }
        return Optional.empty();
    }

    private static FormToken token(byte[] sent) {
        return new FormToken(text(sent));
    }

    private static String text(byte[] sent) {
        return sent.length > MAX_TEXT_BYTES ? "" : new String(sent, StandardCharsets.UTF_8);
    }

    @Override
    public FormUpload upload(FormToken token, byte[] body) throws UploadRejectedException {
        Map<String, byte[]> parts =
                parser.parse(body).orElseThrow(() -> new UploadRejectedException(Malformed.NO_FORM));
        byte[] picture = parts.getOrDefault(SELFIE_PART, NOTHING);
        if (picture.length > maxBytes) {
            throw new UploadRejectedException(FormUpload.TOO_LARGE);
        }
        byte[] consent = parts.get(CONSENT_PART);
        return new FormUpload(token, consent == null ? null : text(consent), picture);
    }
}
