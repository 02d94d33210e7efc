package org.facecheck.internal.challenge;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.page.html.HtmlEscaper;

/**
 * Writes the forms that a challenge takes. Every answer is {@code no-store}, and every address in it is a path, so that no
 * header of the client's and no proxy can turn it to another host.
 *
 * <p>The 401 follows RFC 9457 (problem details) and, in the manner of RFC 9470 (step-up authentication), names how fresh a
 * check is needed. A 401 has to carry a {@code WWW-Authenticate} header (RFC 9110, §15.5.2), and browsers ask for no password
 * at a scheme that they don't know.
 *
 * @param capture the path of the capture page, context path included
 * @param response not committed yet
 */
record ChallengeWriter(String capture, HttpServletResponse response) {
    private static final String CHECK_AND_RELOAD = """
            <p>1. <a href="%s" target="_blank" rel="noopener">Do the face check in a new tab.</a></p>
            <p>2. Come back to this tab, reload it and let the browser send the form again.</p>""";

    private static final String GO_BACK = """
            <p>Each form that is sent here takes a face check of its own. Go back, and send it from the application's own \
            page, without files and with less text. If you see this page again, tell the people who run the application.</p>""";

    /** Drops what a filter or a page may have written before it led here. */
    static ChallengeWriter to(String capture, HttpServletResponse response) {
        response.resetBuffer();
        response.setHeader("Cache-Control", "no-store");
        return new ChallengeWriter(capture, response);
    }

    /** 303, which makes a GET of any method (RFC 9110, §15.4.4). */
    void seeOther() {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", capture);
    }

    /** What a script of Faces takes for a redirect: it follows none by itself (Jakarta Faces 4.0, partial response schema). */
    void facesRedirect() throws IOException {
        send(
                HttpServletResponse.SC_OK,
                "text/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<partial-response><redirect url=\""
                        + HtmlEscaper.escape(capture) + "\"/></partial-response>");
    }

    /** 401 for a program. */
    void unauthorized(Rule rule) throws IOException {
        authenticate(rule);
        send(HttpServletResponse.SC_UNAUTHORIZED, "application/problem+json", """
                {"type":"about:blank","title":"Face check required","status":401,\
                "detail":"This resource opens after a face check. Open the capture page, then ask again.",\
                "capture":"%s"}""".formatted(capture));
    }

    /**
     * 401 for a person whose form can't be kept here. It is still in the browser: a reload sends it again. Not for a one-time
     * rule: it knows a form again only where it was kept, so that the reload would lead here again, check or not.
     *
     * @param why the end of a sentence
     */
    void formNotKept(String why, Rule rule) throws IOException {
        authenticate(rule);
        send(HttpServletResponse.SC_UNAUTHORIZED, "text/html", """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="UTF-8"><title>Face check needed</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"></head>
                <body><h1>Face check needed</h1>
                <p>Nothing has been sent on yet: this form can't be kept during a face check, since %s.</p>
                %s
                </body></html>
                """.formatted(
                        HtmlEscaper.escape(why),
                        rule.oneTime() ? GO_BACK : CHECK_AND_RELOAD.formatted(HtmlEscaper.escape(capture))));
    }

    /**
     * 408 (RFC 9110, §15.5.9) for a form that broke off, or that the server waits for no longer. What may still come of it would
     * be read as the next request, hence the end of the connection (RFC 9112, §9.3).
     */
    void formIncomplete() throws IOException {
        response.setHeader("Connection", "close");
        send(HttpServletResponse.SC_REQUEST_TIMEOUT, "text/html", """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="UTF-8"><title>Form not received</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"></head>
                <body><h1>Form not received</h1>
                <p>Nothing has been sent on: this form did not arrive as a whole. Reload this page to send it again.</p>
                </body></html>
                """);
    }

    private void authenticate(Rule rule) {
        response.setHeader(
                "WWW-Authenticate",
                "FaceCheck realm=\"facecheck\", error=\"insufficient_user_authentication\","
                        + " error_description=\"A face check is required\", max_age=%d, capture=\"%s\""
                                .formatted(rule.maxAge().toSeconds(), capture));
    }

    /** The length is set, so that a container adds nothing and a connection can be kept. */
    private void send(int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type + ";charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
