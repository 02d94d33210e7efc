package org.facecheck.internal.challenge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.facecheck.internal.attempts.PrincipalName;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.page.HtmlEscaper;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.Initiator;
import org.facecheck.internal.session.RememberedRequest;
import org.facecheck.internal.session.RequestCache;

/**
 * Sends an unverified client for a face check, in the form that its kind understands. Every answer is {@code no-store}, and
 * every address in it is a path, so that no header of the client's and no proxy can turn it to another host.
 *
 * <p>The 401 follows RFC 9457 (problem details) and, in the manner of RFC 9470, names how fresh a check is needed.
 */
public final class Challenge {
    private final String capturePath;
    private final FormBodyReader formBody;

    public Challenge(String capturePath, int rememberMaxBytes) {
        this.capturePath = capturePath;
        this.formBody = new FormBodyReader(rememberMaxBytes);
    }

    public void answer(Rule rule, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setHeader("Cache-Control", "no-store");
        String capture = request.getContextPath() + capturePath;
        switch (ClientKind.of(request)) {
            case NAVIGATION -> {
                remember(rule, request, Optional.empty());
                seeOther(capture, response);
            }
            case FORM -> {
                if (Initiator.of(request) == Initiator.OTHER_SITE) {
                    FaceCheckSession.existing(request)
                            .ifPresent(session -> session.requests().noteRule(rule.name()));
                    sendAgainLater("it comes from another website", rule, capture, response);
                } else {
                    keepForm(rule, capture, request, response);
                }
            }
            case FACES_PARTIAL -> {
                FaceCheckSession.of(request).requests().noteRule(rule.name());
                facesRedirect(capture, response);
            }
            case SCRIPT -> {
                // Else the page would send somebody on whose pass is good enough for other rules.
                FaceCheckSession.existing(request)
                        .ifPresent(session -> session.requests().noteRule(rule.name()));
                unauthorized(rule, capture, response);
            }
            case WEBSOCKET -> unauthorized(rule, capture, response);
        }
    }

    private void keepForm(Rule rule, String capture, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<RememberedRequest.Form> form = formBody.read(request);
        if (form.isEmpty()) {
            FaceCheckSession.of(request).requests().noteRule(rule.name());
            sendAgainLater("it is too large, or sends files", rule, capture, response);
        } else if (remember(rule, request, form)) {
            seeOther(capture, response);
        } else {
            sendAgainLater("there is no room for it", rule, capture, response);
        }
    }

    /** For something that a form led to after it had been taken: an address to go to, in the form's place. */
    public void answerAt(String address, Rule rule, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (ClientKind.of(request) != ClientKind.FORM) {
            answer(rule, request, response);
            return;
        }
        response.resetBuffer();
        response.setHeader("Cache-Control", "no-store");
        remember(RequestTarget.at(address, request), rule, request, Optional.empty());
        seeOther(request.getContextPath() + capturePath, response);
    }

    private static boolean remember(Rule rule, HttpServletRequest request, Optional<RememberedRequest.Form> form) {
        return remember(RequestTarget.of(request), rule, request, form);
    }

    private static boolean remember(
            Optional<RequestTarget> target,
            Rule rule,
            HttpServletRequest request,
            Optional<RememberedRequest.Form> form) {
        RequestCache requests = FaceCheckSession.of(request).requests();
        if (target.isEmpty()) {
            requests.noteRule(rule.name());
            return false;
        }
        return requests.saveRequest(new RememberedRequest(
                target.get(), rule.name(), PrincipalName.of(request).orElse(null), form.orElse(null)));
    }

    private static void seeOther(String path, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
    }

    private static void facesRedirect(String path, HttpServletResponse response) throws IOException {
        send(
                HttpServletResponse.SC_OK,
                "text/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<partial-response><redirect url=\""
                        + HtmlEscaper.escape(path) + "\"/></partial-response>",
                response);
    }

    private static void unauthorized(Rule rule, String capture, HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", authenticate(rule, capture));
        send(HttpServletResponse.SC_UNAUTHORIZED, "application/problem+json", """
                {"type":"about:blank","title":"Face check required","status":401,\
                "detail":"This resource opens after a face check. Open the capture page, then ask again.",\
                "capture":"%s"}""".formatted(capture), response);
    }

    /** What a form sent can't be kept here, but it is still in the browser: a reload sends it again. */
    private static void sendAgainLater(String why, Rule rule, String capture, HttpServletResponse response)
            throws IOException {
        response.setHeader("WWW-Authenticate", authenticate(rule, capture));
        send(
                HttpServletResponse.SC_UNAUTHORIZED,
                "text/html",
                """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="UTF-8"><title>Face check needed</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"></head>
                <body><h1>Face check needed</h1>
                <p>Nothing has been sent on yet: this form can't be kept during a face check, since %s.</p>
                <p>1. <a href="%s" target="_blank" rel="noopener">Do the face check in a new tab.</a></p>
                <p>2. Come back to this tab, reload it and let the browser send the form again.</p>
                </body></html>
                """.formatted(HtmlEscaper.escape(why), HtmlEscaper.escape(capture)),
                response);
    }

    private static String authenticate(Rule rule, String capture) {
        return "FaceCheck realm=\"facecheck\", error=\"insufficient_user_authentication\","
                + " error_description=\"A face check is required\", max_age=%d, capture=\"%s\""
                        .formatted(rule.maxAge().toSeconds(), capture);
    }

    /** The length is set, so that a container adds nothing and a connection can be kept. */
    private static void send(int status, String type, String body, HttpServletResponse response) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type + ";charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
