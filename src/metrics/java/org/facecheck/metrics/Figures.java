package org.facecheck.metrics;

import jakarta.servlet.ServletContext;
import java.util.Optional;
import org.facecheck.internal.figures.FaceCheckMXBean;
import org.jspecify.annotations.Nullable;

/**
 * Where the application's figures are found, in requests of the server's own, which belong to no application. A bean of the
 * application, made known by {@link MetricsExtension}; for this jar's own use. Thread-safe.
 */
public class Figures {
    private volatile @Nullable ServletContext context;

    /** For CDI. */
    public Figures() {}

    /** Tells which application this is. */
    void foundIn(ServletContext application) {
        context = application;
    }

    /** The context path, {@code /} for the root and where it is not known yet. */
    String application() {
        ServletContext application = context;
        return application == null || application.getContextPath().isEmpty() ? "/" : application.getContextPath();
    }

    /** The figures; empty where Facecheck has not started in this application. Asked each time, since it may start later. */
    Optional<FaceCheckMXBean> now() {
        ServletContext application = context;
        return application != null
                        && application.getAttribute(FaceCheckMXBean.class.getName()) instanceof FaceCheckMXBean figures
                ? Optional.of(figures)
                : Optional.empty();
    }
}
