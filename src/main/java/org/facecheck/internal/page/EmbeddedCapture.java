package org.facecheck.internal.page;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facecheck.internal.attempts.AttemptLimiter;
import org.facecheck.internal.attempts.AttemptsUnavailableException;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.page.text.PageMessage;
import org.facecheck.internal.page.text.PageTexts;
import org.facecheck.internal.session.SessionAttempts;
import org.jspecify.annotations.Nullable;

/**
 * The capture in a page of the application's own: makes the model that the page's tag, component or expressions read, when
 * they first ask for it. In the servlet context, since containers make tags and expression resolvers themselves. Thread-safe.
 */
public final class EmbeddedCapture {
    private static final String ATTRIBUTE = EmbeddedCapture.class.getName();

    private final CaptureConfig config;
    private final List<Rule> rules;
    private final AttemptLimiter attempts;

    /** @param rules whose titles tell people what they are about to open */
    public EmbeddedCapture(CaptureConfig config, List<Rule> rules, AttemptLimiter attempts) {
        this.config = config;
        this.rules = rules;
        this.attempts = attempts;
    }

    /** Puts this where tags and expressions find it. */
    public void setIn(ServletContext context) {
        context.setAttribute(ATTRIBUTE, this);
    }

    /** Empty where Facecheck does not run. */
    public static Optional<EmbeddedCapture> in(ServletContext context) {
        return context.getAttribute(ATTRIBUTE) instanceof EmbeddedCapture capture
                ? Optional.of(capture)
                : Optional.empty();
    }

    /**
     * The request's model as expressions read it, see {@link PageMap} for its entries. Made and kept if there is none yet: a
     * page has one token, however often it asks. Begins a session.
     */
    public Map<String, Object> model(HttpServletRequest request) {
        return page(request);
    }

    /** Until when the request's visitor may make no attempt; empty where they may, or where it can't be known. Begins no session. */
    public Optional<Instant> lockedUntil(HttpServletRequest request) {
        try {
            return attempts.lockedUntil(SessionAttempts.source(request));
        } catch (AttemptsUnavailableException unknown) {
            return Optional.empty();
        }
    }

    PageMap page(HttpServletRequest request) {
        if (request.getAttribute(CapturePage.MODEL) instanceof PageMap made) {
            return made;
        }
        PageTexts texts = PageTexts.of(request, config.page().fixedLanguage());
        PageMap made = new PageMap(PageModel.of(config, rules, message(request), request), texts);
        request.setAttribute(CapturePage.MODEL, made);
        return made;
    }

    /** A locked person learns it before they try. Where it can't be known, an upload will tell; the page around is shown. */
    private @Nullable PageMessage message(HttpServletRequest request) {
        try {
            Duration locked = attempts.lockedFor(SessionAttempts.source(request));
            return locked.isZero() ? null : PageMessage.locked(locked);
        } catch (AttemptsUnavailableException unknown) {
            return null;
        }
    }
}
