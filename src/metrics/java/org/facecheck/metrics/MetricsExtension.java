package org.facecheck.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;

/** Makes this jar's beans known, each only where the server has what it stands on. */
public class MetricsExtension implements Extension {
    private static final String HEALTH = "org.eclipse.microprofile.health.HealthCheck";
    private static final String TELEMETRY = "io.opentelemetry.api.OpenTelemetry";
    private static final String METRICS = "org.eclipse.microprofile.metrics.MetricRegistry";

    /** For the container, which finds the name in the jar. */
    public MetricsExtension() {}

    void addBeans(@Observes BeforeBeanDiscovery discovery) {
        discovery.addAnnotatedType(Figures.class, Figures.class.getName()).add(ApplicationScoped.Literal.INSTANCE);
        if (isThere(METRICS)) {
            discovery
                    .addAnnotatedType(MicroprofilePublisher.class, MicroprofilePublisher.class.getName())
                    .add(Dependent.Literal.INSTANCE);
        }
        if (isThere(HEALTH)) {
            discovery
                    .addAnnotatedType(FaceCheckReadiness.class, FaceCheckReadiness.class.getName())
                    .add(ApplicationScoped.Literal.INSTANCE);
        }
        if (isThere(TELEMETRY)) {
            discovery
                    .addAnnotatedType(OpenTelemetryTracing.class, OpenTelemetryTracing.class.getName())
                    .add(Dependent.Literal.INSTANCE);
        }
    }

    private static boolean isThere(String api) {
        try {
            Class.forName(api, false, MetricsExtension.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
