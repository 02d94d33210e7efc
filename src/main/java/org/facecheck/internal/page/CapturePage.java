package org.facecheck.internal.page;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.config.RoundedUp;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.page.text.PageMessage;
import org.facecheck.internal.page.text.PageTexts;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request with the capture page: the jar's own, which is written here and now, or the application's view, which is
 * forwarded to. Nothing of the application's is on the way to the jar's own page, neither its JSP settings nor its resources.
 * Immutable and thread-safe.
 */
public final class CapturePage {
    /** The request attribute in which a view finds the page's model, a {@link PageMap}. */
    public static final String MODEL = "facecheckPage";

    /** The script makes no HTML of text, and the picture is drawn, so that not even {@code blob:} is needed. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";

    private final CaptureConfig config;
    private final List<Rule> rules;

    /** @param rules whose titles tell people what they are about to open */
    public CapturePage(CaptureConfig config, List<Rule> rules) {
        this.config = config;
        this.rules = rules;
    }

    /** Shows the page to a person who has not tried yet. */
    public void show(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        answer(null, request, response);
    }

    /** Shows the page with a message about the last attempt, and with the message's status. */
    public void show(PageMessage message, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setStatus(message.status());
        Duration retryAfter = message.retryAfter();
        if (retryAfter != null) {
            response.setHeader("Retry-After", Long.toString(RoundedUp.seconds(retryAfter)));
        }
        answer(message, request, response);
    }

    private void answer(@Nullable PageMessage message, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        setHeaders(response);
        PageTexts texts = PageTexts.of(request, config.page().fixedLanguage());
        PageMap page = new PageMap(PageModel.of(config, rules, message, request), texts);
        request.setAttribute(MODEL, page);
        String view = config.ownView();
        if (view == null) {
            write(page.markup().page(), request, response);
        } else {
            request.getRequestDispatcher(view).forward(request, response);
        }
    }

    /** The policy is for the jar's own page; a view of the application's may load anything, so that only the operator can say. */
    private void setHeaders(HttpServletResponse response) {
        String ownPolicy = config.page().ownPolicy();
        if (ownPolicy != null) {
            response.setHeader("Content-Security-Policy", ownPolicy);
        } else if (config.ownView() == null) {
            response.setHeader("Content-Security-Policy", POLICY);
        }
        response.setHeader("Permissions-Policy", "camera=(self)");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("text/html;charset=UTF-8");
    }

    /**
     * As bytes, by the output stream: a writer would use the encoding that a filter of the application's may have fixed, and the
     * length would not be that of the content any more.
     */
    private static void write(String page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] content = page.getBytes(StandardCharsets.UTF_8);
        response.setContentLength(content.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(content);
        }
    }
}
