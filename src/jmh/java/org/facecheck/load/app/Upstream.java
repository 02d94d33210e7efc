package org.facecheck.load.app;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.eclipse.microprofile.config.ConfigProvider;

/** What both hand-made servlets send to the service: the picture with a little around it. */
final class Upstream {
    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Upstream() {}

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

    static int status(String answer) {
        return answer.contains("\"face_verified\"") ? 201 : 403;
    }
}
