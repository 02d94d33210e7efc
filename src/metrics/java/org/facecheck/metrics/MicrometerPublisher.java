package org.facecheck.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.inject.spi.CDI;
import java.util.ArrayList;
import java.util.List;

/**
 * For Micrometer, whose registry WildFly gives to applications where its subsystem is there. That registry passes on what comes by
 * the method {@code gauge} only; a gauge of a builder would be kept to the application, and nobody would see it (WildFly 39). So
 * there are no descriptions, and the unit is a part of the name.
 */
final class MicrometerPublisher implements Publisher {
    /** For {@link MetricsListener}. */
    MicrometerPublisher() {}

    /** What a gauge reads. The registry refers to it weakly. */
    private record Reading(Meter meter, Figures figures) {
        double value() {
            return meter.read(figures);
        }

        String name() {
            return meter.unit().equals("none") ? meter.name() : meter.name() + "." + meter.unit();
        }

        Tags tags(String application) {
            Tags tags = Tags.of("application", application);
            return meter.tag() == null
                    ? tags
                    : tags.and(meter.tag().getKey(), meter.tag().getValue());
        }
    }

    @Override
    public Runnable publish(List<Meter> meters, Figures figures, String application) {
        MeterRegistry registry = CDI.current().select(MeterRegistry.class).get();
        List<Reading> published = new ArrayList<>();
        for (Meter meter : meters) {
            Reading reading = new Reading(meter, figures);
            registry.gauge(reading.name(), reading.tags(application), reading, Reading::value);
            published.add(reading);
        }
        // The registry is the server's, and would go on with meters of an application that has gone.
        return () -> published.forEach(reading -> registry.find(reading.name())
                .tags(reading.tags(application))
                .meters()
                .forEach(registry::remove));
    }
}
