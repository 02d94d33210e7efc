package org.facecheck.internal.capture;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.Pass;
import org.facecheck.internal.session.RememberedRequest;
import org.facecheck.internal.upload.RawUpload;

/**
 * Where somebody goes who needs no face check any more: to what they wanted, else back to the page of the application's that
 * showed the capture, else to the application's front page.
 */
record PostCheckRedirect(CaptureServices desk) {
    /** The header by which the page's script makes itself known when it sends the page's form. */
    private static final String SCRIPT = "Facecheck-Script";

    /** Sends somebody on who needs no check for what this request is about; says whether they have been sent. */
    boolean leads(HttpServletRequest request, HttpServletResponse response) {
        return leads(from(request), request, response);
    }

    /** Likewise the second of two clicks, when the first one's pass has just been given. */
    boolean leadsAfter(HttpServletRequest request, HttpServletResponse response) {
        return leads(after(request), request, response);
    }

    private static boolean leads(Optional<String> target, HttpServletRequest request, HttpServletResponse response) {
        target.ifPresent(path -> {
            FaceCheckSession.existing(request).ifPresent(FaceCheckSession::proceed);
            go(path, request, response);
        });
        return target.isPresent();
    }

    /** Empty for somebody who still needs one. */
    Optional<String> from(HttpServletRequest request) {
        return from(request, front(request));
    }

    /** Likewise for the second of two clicks: it goes where the first one goes. */
    Optional<String> after(HttpServletRequest request) {
        Pass pass = Pass.in(request);
        String madeFor = pass == null ? null : pass.onceFor();
        return from(request, madeFor == null ? home(request) : madeFor);
    }

    private Optional<String> from(HttpServletRequest request, String otherwise) {
        Pass pass = Pass.in(request);
        if (pass == null) {
            return Optional.empty();
        }
        Optional<FaceCheckSession> session = FaceCheckSession.existing(request);
        Set<String> asking = session.map(FaceCheckSession::rules).orElse(Set.of());
        String target = session.flatMap(FaceCheckSession::wanted)
                .map(RememberedRequest::target)
                .orElse(otherwise);
        boolean enough = asking.isEmpty()
                ? desk.config().rules().stream().anyMatch(rule -> opens(pass, rule, target))
                : asking.stream()
                        .allMatch(name -> desk.rule(name)
                                .filter(rule -> opens(pass, rule, target))
                                .isPresent());
        return enough ? Optional.of(target) : Optional.empty();
    }

    /** For whoever sent a picture and wanted nothing in particular. */
    static String home(HttpServletRequest request) {
        return sender(request)
                .filter(path -> path.startsWith(front(request)) && !path.startsWith("//"))
                .filter(path -> !path.equals(request.getRequestURI()))
                .orElseGet(() -> front(request));
    }

    private static String front(HttpServletRequest request) {
        return request.getContextPath() + "/";
    }

    /** Path and query of the page that sent the request, as the browser names it; nobody else's can have a token to send. */
    private static Optional<String> sender(HttpServletRequest request) {
        try {
            URI page = new URI(Objects.requireNonNullElse(request.getHeader("Referer"), ""));
            String query = page.getRawQuery();
            return Optional.ofNullable(page.getRawPath()).map(path -> query == null ? path : path + '?' + query);
        } catch (URISyntaxException unusable) {
            return Optional.empty();
        }
    }

    /**
     * By a path alone: whatever a client or a proxy says of hosts, it leads nowhere else. A script is told the path with a
     * status that it can read: it would follow a redirect by itself, and use up what was meant for the browser.
     */
    static void go(String path, HttpServletRequest request, HttpServletResponse response) {
        boolean script = RawUpload.is(request) || request.getHeader(SCRIPT) != null;
        response.setStatus(script ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
    }

    private boolean opens(Pass pass, Rule rule, String target) {
        return pass.isFresh(rule.maxAge(), desk.clock().millis()) && (!rule.oneTime() || target.equals(pass.onceFor()));
    }
}
