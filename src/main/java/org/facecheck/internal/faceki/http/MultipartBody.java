package org.facecheck.internal.faceki.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.http.HttpRequest.BodyPublisher;
import java.util.UUID;

/**
 * A {@code multipart/form-data} body (RFC 7578) with one file part, which holds the picture byte for byte. Its length is
 * known beforehand; the picture is read from where it is, not copied into a second array of its size.
 *
 * @param contentType the header that goes with the body
 * @param publisher the body
 */
public record MultipartBody(String contentType, BodyPublisher publisher) {

    /**
     * The body for one picture. The part has a file name, as the service asks for: without one it would be an ordinary field
     * (RFC 7578 §4.2).
     */
    public static MultipartBody of(String partName, OutgoingPicture picture) {
        // Random, so that no uploaded picture can have been made to contain it (RFC 2046 §5.1.1).
        String boundary = "facecheck-" + UUID.randomUUID();
        String head = """
                --%s\r
                Content-Disposition: form-data; name="%s"; filename="selfie.%s"\r
                Content-Type: %s\r
                \r
                """.formatted(
                        boundary,
                        partName,
                        picture.format().extension(),
                        picture.format().mediaType());
        String tail = "\r\n--%s--\r\n".formatted(boundary);
        return new MultipartBody(
                "multipart/form-data; boundary=" + boundary,
                new PicturePublisher(US_ASCII.encode(head), picture, US_ASCII.encode(tail)));
    }
}
