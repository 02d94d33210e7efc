package org.facecheck.engine.service.html;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer to a browser. Its text form shows the status only.
 *
 * @param status of HTTP
 * @param headers all that are to be sent
 * @param body may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PageAnswer(int status, Map<String, String> headers, byte[] body) {
    /**
     * Nothing but this server's own style, script and forms (Content Security Policy, level 3); cut-outs of faces are in the page
     * itself, so that they have no address. No script may come from elsewhere, and none stands in a page.
     */
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:;"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** For a page that shows portraits which are kept: no script at all, whatever might come to stand in it. */
    private static final String STILL = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    /** Copies the headers. */
    public PageAnswer {
        headers = Map.copyOf(headers);
    }

    /** A page, which no browser or proxy may keep: it may name a person or show a face. */
    public static PageAnswer page(int status, Html html) {
        return of(status, "text/html;charset=UTF-8", html.toString().getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "no-store");
    }

    /** A page of {@link Html#still}, which may run no script. */
    public static PageAnswer still(int status, Html html) {
        return page(status, html).with("Content-Security-Policy", STILL);
    }

    /** More is being sent than can be taken; nothing of this form was read (RFC 9110 §15.6.4). */
    public static PageAnswer overloaded() {
        return page(
                        503,
                        Html.still("Too many at once")
                                .element(
                                        "p",
                                        "Too many forms are being sent at this moment, and yours was not read. Go back, and send it"
                                                + " again in a few seconds.")
                                .end())
                .with("Retry-After", "5");
    }

    /** A style sheet or a script. */
    public static PageAnswer of(int status, String type, byte[] body) {
        return new PageAnswer(
                status,
                Map.of(
                        "Content-Type", type,
                        "Content-Security-Policy", POLICY,
                        "Permissions-Policy", "camera=(self), microphone=(), geolocation=()",
                        "Referrer-Policy", "no-referrer",
                        "X-Content-Type-Options", "nosniff",
                        "X-Frame-Options", "DENY",
                        "Cross-Origin-Opener-Policy", "same-origin"),
                body);
    }

    /** To another page, by GET (RFC 9110 §15.4.4). */
    public static PageAnswer seeOther(String path) {
        return new PageAnswer(303, Map.of("Location", path, "Cache-Control", "no-store"), new byte[0]);
    }

    /** With one header more. */
    public PageAnswer with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new PageAnswer(status, all, body);
    }

    /** A body may have a face in it. */
    @Override
    public String toString() {
        return "PageAnswer[" + status + "]";
    }
}
