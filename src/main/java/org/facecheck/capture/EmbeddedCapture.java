package org.facecheck.capture;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;

/** The capture in any page of the application's own: the model that the capture page's view gets, made when a page asks. */
public final class EmbeddedCapture {
    private final CaptureDesk desk;

    public EmbeddedCapture(CaptureDesk desk) {
        this.desk = desk;
    }

    /** The request's {@link PageModel}, made and kept if there is none yet: a page has one token, however often it asks. */
    public Map<?, ?> model(HttpServletRequest request) {
        if (request.getAttribute(CapturePage.MODEL) instanceof Map<?, ?> made) {
            return made;
        }
        Duration locked = desk.throttle().locked(request);
        Texts texts = Texts.of(request, desk.config().capture().page().language());
        Map<String, Object> model = new PageModel(desk.config().capture(), Assets.OF_THE_JAR, request)
                .with(locked.isZero() ? null : News.locked(locked, ""), texts);
        request.setAttribute(CapturePage.MODEL, model);
        return model;
    }
}
