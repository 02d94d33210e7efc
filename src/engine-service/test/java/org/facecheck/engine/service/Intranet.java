package org.facecheck.engine.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facecheck.engine.picture.Photographs.Cut;

/** A person's browser at the application that the library protects. */
final class Intranet {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final URI application;

    /** A browser that has just been opened. */
    Intranet(URI application) {
        this.application = application;
    }

    /** Logs in by the application's form, as one of the server's users. */
    Intranet as(String user) {
        open("members");
        HttpResponse<String> accepted = send(HttpRequest.newBuilder(application.resolve("j_security_check"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofByteArray(("j_username=" + user + "&j_password=face-check-1").getBytes(UTF_8)))
                .build());
        assertThat(accepted.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/members"));
        // Payara keeps the principal only from here on.
        assertThat(open("members").body()).isEqualTo("MEMBERS");
        return this;
    }

    HttpResponse<String> open(String page) {
        return send(HttpRequest.newBuilder(application.resolve(page))
                .header("Accept", "text/html")
                .header("Accept-Language", "en")
                .build());
    }

    HttpResponse<String> payslip() {
        return open("payslip");
    }

    /** Is led from the payslip to the capture page, and sends this picture. */
    HttpResponse<String> show(Cut selfie) {
        HttpResponse<String> challenge = payslip();
        assertThat(challenge.statusCode()).isEqualTo(303);
        String capture = challenge.headers().firstValue("Location").orElseThrow();
        Matcher token = TOKEN.matcher(open(capture).body());
        assertThat(token.find()).isTrue();
        return send(HttpRequest.newBuilder(application.resolve("facecheck"))
                .header("Content-Type", "image/png")
                .header("Accept-Language", "en")
                .header("Facecheck-Token", token.group(1))
                .POST(BodyPublishers.ofByteArray(RunningService.picture(selfie)))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return browser.send(request, BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
