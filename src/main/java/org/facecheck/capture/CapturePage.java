package org.facecheck.capture;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.facecheck.config.CaptureConfig;
import org.facecheck.session.FaceCheckSession;

/**
 * Shows the page: the jar's own view, or the application's. A view finds all it needs in the request attribute {@value
 * #MODEL}, a map:
 *
 * <ul>
 *   <li>{@code action}, {@code script}, {@code style}: paths
 *   <li>{@code token}: to be sent along in a field of that name
 *   <li>{@code allowUpload}: whether a picture may come from a file
 *   <li>{@code text}: a map of the page's texts
 *   <li>{@code news}: a map with {@code key}, {@code title}, {@code text} and {@code reference}; absent on a first visit
 * </ul>
 */
final class CapturePage {
    /** The request attribute's name. */
    static final String MODEL = "facecheckPage";

    private static final String POLICY = "default-src 'self'; img-src 'self' blob:; media-src 'self' blob:;"
            + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    private final CaptureConfig config;

    CapturePage(CaptureConfig config) {
        this.config = config;
    }

    void show(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        forward(model(request), request, response);
    }

    void show(News news, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setStatus(news.status());
        if (!news.retryAfter().isZero()) {
            response.setHeader(
                    "Retry-After",
                    Long.toString(news.retryAfter().plusSeconds(1).minusNanos(1).toSeconds()));
        }
        Texts texts = Texts.of(request);
        Map<String, Object> model = model(request);
        model.put(
                "news",
                Map.of(
                        "key", news.key(),
                        "title", texts.title(news.key()),
                        "text", texts.text(news.key(), news.retryAfter()),
                        "reference", news.reference()));
        forward(model, request, response);
    }

    private Map<String, Object> model(HttpServletRequest request) {
        String action = request.getContextPath() + config.path();
        Map<String, Object> model = new HashMap<>();
        model.put("action", action);
        model.put("script", action + Assets.SCRIPT);
        model.put("style", action + Assets.STYLE);
        model.put("token", FaceCheckSession.of(request).issueToken());
        model.put("allowUpload", config.allowUpload());
        model.put("text", Texts.of(request).page());
        return model;
    }

    private void forward(Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String view = config.view().orElseGet(() -> {
            response.setHeader("Content-Security-Policy", POLICY);
            return View.of(request.getServletContext()).path();
        });
        response.setHeader("Permissions-Policy", "camera=(self)");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("text/html;charset=UTF-8");
        request.setAttribute(MODEL, model);
        request.getRequestDispatcher(view).forward(request, response);
    }
}
