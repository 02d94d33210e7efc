package org.facecheck.load.app;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The request that both checks by hand send to the Face Match API: a form with the picture ({@code multipart/form-data}, RFC
 * 7578), over one HTTP client for all.
 */
final class Upstream {
    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Upstream() {}

    /** A new request each time: a picture is sent once. */
    static HttpRequest request(byte[] picture) {
        String service = ConfigProvider.getConfig().getValue("facecheck.service.base-url", String.class);
        return HttpRequest.newBuilder(URI.create(service + "/facelink/api/face-check"))
                .header("Authorization", "Bearer t")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString("--b\r\nContent-Disposition: form-data; name=\"selfie_image\";"
                                + " filename=\"selfie.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"),
                        BodyPublishers.ofByteArray(picture),
                        BodyPublishers.ofString("\r\n--b--\r\n")))
                .build();
    }

    /** The status for the client: 201 where the answer says that the faces match. */
    static int status(String answer) {
        return answer.contains("\"face_verified\"") ? 201 : 403;
    }
}
