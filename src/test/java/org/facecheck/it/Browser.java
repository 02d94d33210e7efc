package org.facecheck.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A client with a jar for cookies that follows nothing by itself. */
final class Browser {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String BOUNDARY = "facecheck-test-boundary";
    static final String FORM_TYPE = "multipart/form-data; boundary=" + BOUNDARY;
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private static final Pattern STATE = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");
    private final URI application;
    private final Map<String, String> cookies = new TreeMap<>();
    private final Map<String, String> claims = new TreeMap<>();

    /** A browser that has just opened, for the application at this address. */
    Browser(URI application) {
        this.application = application;
    }

    /** What came back. */
    record Reply(int status, HttpResponse<byte[]> response) {
        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String token() {
            Matcher matcher = TOKEN.matcher(text());
            if (!matcher.find()) {
                throw new AssertionError("no token on the page: " + status + "\n" + text());
            }
            return matcher.group(1);
        }

        /** Of a Faces page. */
        String viewState() {
            Matcher matcher = STATE.matcher(text());
            if (!matcher.find()) {
                throw new AssertionError("no view state on the page: " + status + "\n" + text());
            }
            return matcher.group(1);
        }
    }

    /** Sends these headers with all that it sends from now on. */
    Browser claiming(Map<String, String> headers) {
        claims.putAll(headers);
        return this;
    }

    /** Takes another browser's cookies, as a thief would. */
    void adopt(Browser other) {
        cookies.putAll(other.cookies);
    }

    /** Takes a cookie that no answer has set. */
    void cookie(String name, String value) {
        cookies.put(name, value);
    }

    /** The path of a page of the application's, with its context path. */
    String path(String page) {
        return application.getPath() + page;
    }

    String sessionId() {
        return cookies.getOrDefault("JSESSIONID", "");
    }

    /** Goes to a page of the application's. */
    Reply open(String page) {
        return follow(path(page));
    }

    /** Goes to an absolute path, as a Location header names it. */
    Reply follow(String location) {
        return send(navigation(location).GET());
    }

    /** Sends an urlencoded form. */
    Reply post(String page, String body) {
        return send(navigation(path(page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Asks as a script does. */
    Reply fetch(String page, String... headers) {
        HttpRequest.Builder request = request(path(page)).header("Accept", "*/*");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.GET());
    }

    /** Opens the capture page and sends a selfie. */
    Reply passFaceCheck() {
        return submit(open("facecheck").token(), Selfies.jpeg());
    }

    /** Sends what the capture page's form sends. */
    Reply submit(String token, byte[] picture) {
        return send(navigation(path("facecheck"))
                .header("Content-Type", FORM_TYPE)
                .POST(BodyPublishers.ofByteArray(form(token, picture))));
    }

    /** Sends the form with its token behind the picture, as a page might whose author moved it. */
    Reply submitBackwards(String token, byte[] picture) {
        byte[] form = Browser.form(token, picture);
        String text = new String(form, StandardCharsets.ISO_8859_1);
        String delimiter = "--" + BOUNDARY + "\r\n";
        int second = text.indexOf(delimiter, delimiter.length());
        int end = text.lastIndexOf("--" + BOUNDARY + "--");
        String backwards = text.substring(second, end) + text.substring(0, second) + text.substring(end);
        return send(navigation(path("facecheck"))
                .header("Content-Type", FORM_TYPE)
                .POST(BodyPublishers.ofByteArray(backwards.getBytes(StandardCharsets.ISO_8859_1))));
    }

    /** The body that the capture page's form sends, of the type {@link #FORM_TYPE}. */
    static byte[] form(String token, byte[] picture) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n" + token
                        + "\r\n--"
                        + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"selfie\"; filename=\"selfie.jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(picture);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    /** Sends what the capture page's script may send: the picture as the body. */
    Reply submitRaw(String token, byte[] picture, String type) {
        return send(request(path("facecheck"))
                .header("Content-Type", type)
                .header("Facecheck-Token", token)
                .POST(BodyPublishers.ofByteArray(picture)));
    }

    /** Sends anything to a page. */
    Reply submitTo(String page, byte[] body) {
        return send(request(path(page)).POST(BodyPublishers.ofByteArray(body)));
    }

    /** Presses a button of the form {@code f} on a Faces page, which is opened for that. */
    Reply press(String page, String button) {
        String state = open(page).viewState();
        return post(
                page,
                "f=f&f%3A" + button + "=go&jakarta.faces.ViewState="
                        + URLEncoder.encode(state, StandardCharsets.UTF_8));
    }

    HttpRequest.Builder navigation(String path) {
        return request(path)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Sec-Fetch-Mode", "navigate");
    }

    Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Reply(response.statusCode(), response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(application.resolve(path));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        claims.forEach(request::header);
        return request;
    }

    private void keep(String header) {
        String[] pair = header.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }
}
