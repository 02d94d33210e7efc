package org.facecheck.example.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a command line: keeps cookies, follows nothing by itself. */
final class Visitor {
    private static final String BOUNDARY = "a-visitors-boundary";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final URI application;

    Visitor(URI application) {
        this.application = application;
    }

    HttpResponse<String> open(String page) {
        return send(request(page).GET(), BodyHandlers.ofString());
    }

    byte[] download(String file) {
        return send(request(file).GET(), BodyHandlers.ofByteArray()).body();
    }

    /** Sets something on the sandbox's console. */
    void console(String form) {
        HttpResponse<String> answer = send(
                request("sandbox/console")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)),
                BodyHandlers.ofString());
        if (answer.statusCode() != 303) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    /** Opens the capture page and sends a picture. */
    HttpResponse<String> showFace(byte[] picture) {
        Matcher token = TOKEN.matcher(open("facecheck").body());
        if (!token.find()) {
            throw new AssertionError("no token on the capture page");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(part("name=\"token\"", token.group(1)));
        body.writeBytes(part("name=\"selfie\"; filename=\"me.jpg\"", ""));
        body.writeBytes(picture);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                request("facecheck")
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())),
                BodyHandlers.ofString());
    }

    private static byte[] part(String disposition, String content) {
        String text = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content;
        return (content.isEmpty() ? text : text + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String page) {
        return HttpRequest.newBuilder(application.resolve(page)).header("Accept", "text/html");
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
