package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever a client, a proxy or another site says of hosts: every way that is pointed out stays within the application. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RedirectIT {
    private static final String EVIL = "evil.example";
    private static final Pattern LOCATION = Pattern.compile("(?im)^location: *(.*?)\r?$");
    private static final Pattern SESSION = Pattern.compile("(?im)^set-cookie: *(JSESSIONID=[^;\r]+)");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:href|src|action|url|data-wanted|capture)=\"(?!user\")([^\"]+)\"|\"capture\":\"([^\"]+)\"");
    private static final byte[] PICTURE = Selfies.jpeg();

    /** Sent with every request, beside a Host of theirs. */
    private static final List<String> HOSTILE = List.of(
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Server: evil.example",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Port: 443",
            "X-Forwarded-Prefix: //evil.example",
            "X-Forwarded-Path: //evil.example/x",
            "X-Forwarded-For: evil.example",
            "Forwarded: host=evil.example;proto=https",
            "X-Original-URL: //evil.example/x",
            "X-Rewrite-URL: /\\evil.example/x",
            "X-Host: evil.example",
            "Referer: https://evil.example/secure/page");

    /** Ways in which a target may try to lead out of the application, or out of its header. */
    private static final List<String> TWISTED = List.of(
            "secure/page?next=//evil.example/",
            "secure/page?next=https://evil.example/",
            "secure/page?a=%0d%0aLocation:%20https://evil.example/",
            "secure/page?a=\u00c4\u008d\u00c4\u008aLocation:https://evil.example/",
            "secure/%0d%0aLocation:%20https:%2f%2fevil.example",
            "secure/page;jsessionid=https:evil.example",
            "secure/\\evil.example",
            "secure//evil.example",
            "facecheck?next=//evil.example/",
            "facecheck?wanted=https://evil.example/&errand=//evil.example",
            "facecheck;x=//evil.example");

    /** Likewise, from the very beginning of the request line. */
    private static final List<String> FROM_THE_ROOT = List.of(
            "//evil.example/",
            "//evil.example/secure/page",
            "/\\evil.example/secure/page",
            "/%09/evil.example/secure/page",
            "/%5cevil.example/secure/page",
            "///evil.example/secure/page",
            "https://evil.example/secure/page",
            "http://evil.example/secure/../secure/page");

    private final List<Answer> answers = new ArrayList<>();

    /** What was asked for, and the whole answer. */
    private record Answer(String target, String text) {}

    @Deployment(name = "redirects", testable = false)
    static WebArchive inContext() {
        return war("redirects").build();
    }

    @Deployment(name = "redirects-root", testable = false)
    static WebArchive atRoot() {
        return war("redirects-root").atRoot().build();
    }

    private static TestWar war(String name) {
        return TestWar.named(name).with("facecheck.attempts.max-per-address", "1000");
    }

    @BeforeEach
    void matches() {
        Faceki.matches();
    }

    @Test
    void every_way_stays_within_the_application(@ArquillianResource @OperateOnDeployment("redirects") URI application) {
        walk(application);
    }

    @Test
    void also_at_the_root_context(@ArquillianResource @OperateOnDeployment("redirects-root") URI application) {
        walk(application.resolve("/"));
    }

    private void walk(URI application) {
        String context = application.getPath();
        for (String target : TWISTED) {
            passes(context + target, application);
        }
        for (String target : FROM_THE_ROOT) {
            passes(target, application);
        }
        asksInEveryOtherWay(application);
        assertThat(answers).hasSizeGreaterThan(100);
        for (Answer answer : answers) {
            // Of what begins outside, another application may say where to go.
            staysWithin(answer.target().startsWith(context) ? context : "/", answer.text());
        }
    }

    /** A challenge, its capture page, the pass by a form or by a script, and what follows. */
    private void passes(String target, URI application) {
        String capture = application.getPath() + "facecheck";
        for (boolean script : new boolean[] {false, true}) {
            String asked = send(application, "GET", target, "", new byte[0]);
            String cookie = cookie(asked, "");
            String page = send(application, "GET", capture, cookie, new byte[0]);
            String session = cookie(page, cookie);
            String passed = script
                    ? send(
                            application,
                            "POST",
                            capture,
                            session,
                            PICTURE,
                            "Content-Type: image/jpeg",
                            "Facecheck-Token: " + found(TOKEN, page))
                    : send(
                            application,
                            "POST",
                            capture,
                            session,
                            form(found(TOKEN, page)),
                            "Content-Type: multipart/form-data; boundary=x");
            assertThat(passed).startsWith("HTTP/1.1 " + (script ? "201" : "303"));
            send(application, "GET", found(LOCATION, passed), cookie(passed, session), new byte[0]);
            send(application, "GET", capture, cookie(passed, session), new byte[0]);
        }
    }

    private void asksInEveryOtherWay(URI application) {
        String page = application.getPath() + "secure/page?next=//evil.example/";
        String form = "Content-Type: application/x-www-form-urlencoded";
        send(application, "GET", page, "", new byte[0], "Faces-Request: partial/ajax");
        send(application, "POST", page, "", new byte[0], form, "Faces-Request: partial/ajax");
        send(application, "GET", page, "", new byte[0], "Sec-Fetch-Mode: cors");
        send(application, "GET", page, "", new byte[0], "Sec-Fetch-Mode: websocket");
        send(application, "POST", page, "", new byte[70_000], form);
        send(application, "POST", page, "", new byte[10], form, "Sec-Fetch-Site: cross-site");
        String posted = send(application, "POST", page, "", new byte[10], form, "Sec-Fetch-Site: same-origin");
        assertThat(posted).startsWith("HTTP/1.1 303");
        send(application, "POST", application.getPath() + "facecheck", cookie(posted, ""), form("invented"));
        send(application, "GET", application.getPath() + "open/dispatch?how=forward&to=/secure/page", "", new byte[0]);
        send(application, "GET", application.getPath() + "open/dispatch?how=async&to=/secure/page", "", new byte[0]);
    }

    private String send(URI application, String method, String target, String cookie, byte[] body, String... more) {
        List<String> headers = new ArrayList<>(HOSTILE);
        headers.add("Host: " + EVIL);
        headers.add("Accept: text/html");
        if (!cookie.isEmpty()) {
            headers.add("Cookie: " + cookie);
        }
        if (method.equals("POST")) {
            headers.add("Content-Length: " + body.length);
        }
        headers.addAll(Arrays.asList(more));
        String answer =
                RawRequest.to(application, method + ' ' + target + " HTTP/1.1", body, headers.toArray(String[]::new));
        answers.add(new Answer(target, answer));
        return answer;
    }

    private static byte[] form(String token) {
        byte[] head = ("--x\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n" + token
                        + "\r\n--x\r\nContent-Disposition: form-data; name=\"selfie\"; filename=\"s.jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] tail = "\r\n--x--\r\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] form = Arrays.copyOf(head, head.length + PICTURE.length + tail.length);
        System.arraycopy(PICTURE, 0, form, head.length, PICTURE.length);
        System.arraycopy(tail, 0, form, head.length + PICTURE.length, tail.length);
        return form;
    }

    /** Answers of the application's own, which may say back what it was asked, have no say here. */
    private static void staysWithin(String context, String answer) {
        String head = answer.split("\r\n\r\n", 2)[0];
        assertThat(LOCATION.matcher(head).results().count()).as(head).isLessThanOrEqualTo(1);
        Stream<String> pointed = Stream.concat(
                LOCATION.matcher(head).results().map(found -> found.group(1)),
                answer.contains("PROTECTED") ? Stream.empty() : addresses(answer));
        assertThat(pointed).as(answer).allSatisfy(way -> {
            assertThat(way).doesNotStartWith("//").doesNotContain("\\");
            // The capture page's own addresses are relative to it.
            URI address =
                    URI.create("http://app.example" + context + "facecheck").resolve(way);
            assertThat(address.getHost()).isEqualTo("app.example");
            assertThat(address.getRawPath()).startsWith(context);
        });
    }

    private static Stream<String> addresses(String answer) {
        return ADDRESS.matcher(answer).results().map(found -> found.group(1) == null ? found.group(2) : found.group(1));
    }

    private static String cookie(String answer, String before) {
        Matcher matcher = SESSION.matcher(answer);
        return matcher.find() ? matcher.group(1) : before;
    }

    private static String found(Pattern pattern, String answer) {
        Matcher matcher = pattern.matcher(answer);
        assertThat(matcher.find()).as(answer).isTrue();
        return matcher.group(1);
    }
}
