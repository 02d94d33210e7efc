package org.facecheck.internal.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.facecheck.internal.attempts.AttemptLimiter;
import org.facecheck.internal.attempts.AttemptsUnavailableException;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.session.SessionAttempts;
import org.jspecify.annotations.Nullable;

/** The capture in any page of the application's own: the model that the capture page's view gets, made when a page asks. */
public final class EmbeddedCapture {
    private final CaptureConfig config;
    private final AttemptLimiter limiter;

    public EmbeddedCapture(CaptureConfig config, AttemptLimiter limiter) {
        this.config = config;
        this.limiter = limiter;
    }

    /** The request's {@link PageModel}, made and kept if there is none yet: a page has one token, however often it asks. */
    public Map<?, ?> model(HttpServletRequest request) {
        if (request.getAttribute(CapturePage.MODEL) instanceof Map<?, ?> made) {
            return made;
        }
        PageTexts texts = PageTexts.of(request, config.page().language());
        Map<String, Object> model = new PageModel(config, Assets.OF_THE_JAR, request).with(news(request), texts);
        request.setAttribute(CapturePage.MODEL, model);
        return model;
    }

    private @Nullable PageMessage news(HttpServletRequest request) {
        try {
            Duration locked = limiter.lockedFor(SessionAttempts.source(request));
            return locked.isZero() ? null : PageMessage.locked(locked, "");
        } catch (AttemptsUnavailableException failed) {
            return null; // whoever tries is told then, and the page around it is shown meanwhile
        }
    }
}
