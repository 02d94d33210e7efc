package org.facecheck.engine.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An operator's browser: it keeps one cookie, and follows nothing by itself. */
final class OperatorBrowser {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    /** As the library's own client: see {@link RunningService}. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final RunningService service;
    private final String home;
    private String cookie = "";
    private String authorization = "";

    OperatorBrowser(RunningService service) {
        this(service, "/operator/");
    }

    /** @param home below which pages are asked for */
    OperatorBrowser(RunningService service, String home) {
        this.service = service;
        this.home = home;
    }

    /** One who answers the server's question for a name and a password (RFC 7617). */
    OperatorBrowser as(String user) {
        authorization = "Basic " + Base64.getEncoder().encodeToString((user + ":face-check-1").getBytes(UTF_8));
        return this;
    }

    /** Another browser, to which somebody has carried the cookie. */
    OperatorBrowser stolen() {
        OperatorBrowser thief = new OperatorBrowser(service);
        thief.cookie = cookie;
        return thief;
    }

    /** As it would send it now. */
    String cookie() {
        return cookie;
    }

    /** What this session's forms send along. */
    String formToken() {
        return formToken("people");
    }

    /** The same, of another page. */
    String formToken(String page) {
        Matcher token = TOKEN.matcher(get(page).body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    /** A hidden field of the first page. */
    String hidden(String name) {
        return hiddenFields(get("people").body()).get(name);
    }

    /** The hidden fields of a page, as they were before they were escaped; of several with one name, the first. */
    static Map<String, String> hiddenFields(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = HIDDEN.matcher(page);
        while (field.find()) {
            fields.putIfAbsent(
                    field.group(1),
                    field.group(2)
                            .replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&quot;", "\"")
                            .replace("&#39;", "'")
                            .replace("&amp;", "&"));
        }
        return fields;
    }

    HttpResponse<String> get(String page) {
        return send(request(page).GET());
    }

    /** The page at last, loaded again for as long as it asks for that. */
    String follow(String page) {
        while (true) {
            HttpResponse<String> answer = get(page);
            if (answer.headers().firstValue("Refresh").isEmpty()) {
                return answer.body();
            }
        }
    }

    HttpResponse<String> post(String page, String form) {
        return send(request(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** A form with files. */
    HttpResponse<String> send(String page, Map<String, byte[]> parts) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        parts.forEach((name, content) -> {
            form.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"f\"\r\n\r\n")
                    .getBytes(UTF_8));
            form.writeBytes(content);
            form.writeBytes("\r\n".getBytes(UTF_8));
        });
        form.writeBytes("--b--\r\n".getBytes(UTF_8));
        return send(request(page)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArray(form.toByteArray())));
    }

    private HttpRequest.Builder request(String page) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.address() + home + page));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
            return answer;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
