package org.facecheck.internal.page;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.facecheck.internal.config.CaptureConfig;
import org.jspecify.annotations.Nullable;

/** Shows the page: the jar's own view, or the application's. A view finds all it needs in the {@link PageModel}. */
public final class CapturePage {
    /** The request attribute's name. */
    public static final String MODEL = "facecheckPage";

    /** The script makes no HTML of text, and the picture is drawn, so that not even {@code blob:} is needed. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";

    private final CaptureConfig config;
    private final Assets assets;

    public CapturePage(CaptureConfig config, Assets assets) {
        this.config = config;
        this.assets = assets;
    }

    public void show(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        forward(null, request, response);
    }

    public void show(PageMessage news, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setStatus(news.status());
        if (!news.retryAfter().isZero()) {
            response.setHeader("Retry-After", Long.toString(seconds(news.retryAfter())));
        }
        forward(news, request, response);
    }

    /** Rounded up. */
    static long seconds(Duration wait) {
        return wait.plusSeconds(1).minusNanos(1).toSeconds();
    }

    private void forward(@Nullable PageMessage news, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<String> policy = config.page().policy();
        String view = config.view()
                .orElseGet(() -> JarView.of(request.getServletContext()).path());
        if (policy.isPresent() || config.view().isEmpty()) {
            response.setHeader("Content-Security-Policy", policy.orElse(POLICY));
        }
        response.setHeader("Permissions-Policy", "camera=(self)");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("text/html;charset=UTF-8");
        PageTexts texts = PageTexts.of(request, config.page().language());
        request.setAttribute(MODEL, new PageModel(config, assets, request).with(news, texts));
        request.getRequestDispatcher(view).forward(request, response);
    }
}
