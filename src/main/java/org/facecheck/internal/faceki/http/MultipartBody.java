package org.facecheck.internal.faceki.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * A {@code multipart/form-data} body (RFC 7578) with one file part, which holds the picture byte for byte; before it, where the
 * service is to be told, the key of the person who is claimed. The body's length is known beforehand; the picture is read from
 * where it is, not copied into a second array of its size.
 *
 * @param contentType the header that goes with the body
 * @param publisher the body
 */
public record MultipartBody(String contentType, BodyPublisher publisher) {
    /** A part of the engine's, which other servers of this API ignore (RFC 7578 leaves unknown parts to the receiver). */
    private static final String PERSON_KEY = "person_key";

    /**
     * The body for one picture. The part has a file name, as the service asks for: without one it would be an ordinary field
     * (RFC 7578 §4.2).
     */
    public static MultipartBody of(String partName, OutgoingPicture picture) {
        // Random, so that no uploaded picture can have been made to contain it (RFC 2046 §5.1.1).
        String boundary = "facecheck-" + UUID.randomUUID();
        return new MultipartBody(
                "multipart/form-data; boundary=" + boundary,
                new PicturePublisher(new Parts(boundary, partName, picture), picture));
    }

    /** The lines before and behind the picture (RFC 2046 §5.1.1). */
    private record Parts(String boundary, String file, OutgoingPicture picture) implements PicturePublisher.Frame {
        @Override
        public ByteBuffer head() {
            String claim = picture.claimedKey()
                    .map(key -> """
                            --%s\r
                            Content-Disposition: form-data; name="%s"\r
                            Content-Type: text/plain; charset=utf-8\r
                            \r
                            %s\r
                            """.formatted(boundary, PERSON_KEY, key))
                    .orElse("");
            return UTF_8.encode(claim
                    + """
                    --%s\r
                    Content-Disposition: form-data; name="%s"; filename="selfie.%s"\r
                    Content-Type: %s\r
                    \r
                    """.formatted(
                                    boundary,
                                    file,
                                    picture.format().extension(),
                                    picture.format().mediaType()));
        }

        @Override
        public ByteBuffer tail() {
            return US_ASCII.encode("\r\n--%s--\r\n".formatted(boundary));
        }
    }
}
