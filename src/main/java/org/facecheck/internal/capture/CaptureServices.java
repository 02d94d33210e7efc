package org.facecheck.internal.capture;

import jakarta.servlet.ServletContext;
import java.io.Closeable;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.facecheck.FaceCheckEvent;
import org.facecheck.FaceMatcher;
import org.facecheck.internal.attempts.AttemptLimiter;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.verdict.Judge;

/**
 * All that the capture servlet works with. Laid into the servlet context by the composition, since a container makes its
 * servlets itself.
 *
 * @param matcher asked for once per check, since an application's bean may exist only after start-up
 * @param judge likewise
 * @param requestScope begins the request scope where a dispatch lacks it, as an asynchronous one does on Payara
 * @param audit is told of each outcome; one that throws keeps a pass from being given
 * @param throttle how often somebody may try
 */
public record CaptureServices(
        FaceCheckConfig config,
        Supplier<FaceMatcher> matcher,
        Supplier<Judge> judge,
        Supplier<Closeable> requestScope,
        Audit audit,
        Clock clock,
        AttemptLimiter throttle) {

    /** Where outcomes are written down. */
    @FunctionalInterface
    public interface Audit {
        void record(FaceCheckEvent event);
    }

    /** Puts the desk where the servlet finds it. */
    public void open(ServletContext context) {
        context.setAttribute(CaptureServices.class.getName(), this);
    }

    static Optional<CaptureServices> in(ServletContext context) {
        return context.getAttribute(CaptureServices.class.getName()) instanceof CaptureServices desk
                ? Optional.of(desk)
                : Optional.empty();
    }

    Optional<Rule> rule(String name) {
        return config.rules().stream().filter(rule -> rule.name().equals(name)).findFirst();
    }
}
