package org.facecheck.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.facecheck.FaceCheckEvent;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatcher;
import org.facecheck.KycRecord;
import org.facecheck.Selfie;

/** An application whose matcher answers within milliseconds, before the server is done with what asked for it. */
public final class InstantParts {
    private static final AtomicInteger CHECKS = new AtomicInteger();
    private static final AtomicInteger EVENTS = new AtomicInteger();

    private InstantParts() {}

    /** Answers now in the asking thread, now in another one, at once or up to three milliseconds later. */
    @ApplicationScoped
    public static class Matcher implements FaceMatcher {
        @Override
        public CompletionStage<FaceMatch> match(Selfie selfie) {
            int number = CHECKS.incrementAndGet();
            FaceMatch match = new FaceMatch.Matched(List.of(new KycRecord(
                    "id",
                    "face",
                    "ACCEPTED",
                    null,
                    true,
                    "accept",
                    LocalDate.of(2999, 1, 1),
                    Map.of("fullName", "At Once"))));
            int pause = number % 5;
            if (pause == 4) {
                return CompletableFuture.completedFuture(match);
            }
            CompletableFuture<FaceMatch> answer = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
                answer.complete(match);
            });
            thread.setContextClassLoader(null);
            thread.start();
            return answer;
        }
    }

    /** The application's audit. */
    @ApplicationScoped
    public static class Audit {
        void observe(@Observes FaceCheckEvent event) {
            EVENTS.incrementAndGet();
        }
    }

    /** Takes its time after the servlet, as one that writes an access log does. */
    public static class SlowFilter implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            chain.doFilter(request, response);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    /** Says how many checks there were, and how many events. */
    public static class Count extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write(CHECKS.get() + " checks, " + EVENTS.get() + " events");
        }
    }
}
