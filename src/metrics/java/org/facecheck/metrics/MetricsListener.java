package org.facecheck.metrics;

import jakarta.enterprise.inject.UnsatisfiedResolutionException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Publishes an application's figures while it runs. Figures help operators and protect nothing: what can't be published is told in
 * the log, and the application runs without.
 */
public final class MetricsListener implements ServletContextListener {
    private static final System.Logger LOG = System.getLogger("org.facecheck");

    private final List<Runnable> published = new ArrayList<>();

    /** For the container, which finds the name in the jar's web fragment. */
    public MetricsListener() {}

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        try {
            Figures figures = CDI.current().select(Figures.class).get();
            figures.foundIn(context);
            String application = figures.application();
            List<Meter> meters = Meter.all();
            publish(
                    "MicroProfile Metrics",
                    () -> CDI.current().select(MicroprofilePublisher.class).get(),
                    meters,
                    figures,
                    application);
            publish("Micrometer", MicrometerPublisher::new, meters, figures, application);
            publish("OpenTelemetry", OpenTelemetryPublisher::new, meters, figures, application);
        } catch (RuntimeException noCdi) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Facecheck''s figures of {0} need CDI: {1}",
                    context.getContextPath(),
                    noCdi.toString());
        }
    }

    private void publish(
            String api, Supplier<Publisher> publisher, List<Meter> meters, Figures figures, String application) {
        try {
            published.add(publisher.get().publish(meters, figures, application));
            LOG.log(System.Logger.Level.INFO, "Facecheck gives the figures of {0} to {1}", application, api);
        } catch (LinkageError | UnsatisfiedResolutionException absent) {
            LOG.log(System.Logger.Level.DEBUG, "no {0} for {1}: {2}", api, application, absent.toString());
        } catch (RuntimeException refused) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Facecheck can''t give the figures of {0} to {1}: {2}",
                    application,
                    api,
                    refused.toString());
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        published.forEach(Runnable::run);
        published.clear();
    }
}
