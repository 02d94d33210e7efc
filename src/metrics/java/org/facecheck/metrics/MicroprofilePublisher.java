package org.facecheck.metrics;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * For MicroProfile Metrics 5, which Payara 6 publishes at {@code /metrics}. Its gauges read; a counter could only be added to. A
 * bean, since Payara looks at the place where a registry is injected, and gives none to who asks for one in code.
 */
public class MicroprofilePublisher implements Publisher {
    @Inject
    private MetricRegistry registry;

    /** For CDI. */
    public MicroprofilePublisher() {}

    @Override
    public Runnable publish(List<Meter> meters, Figures figures, String application) {
        List<MetricID> published = new ArrayList<>();
        for (Meter meter : meters) {
            Metadata metadata = Metadata.builder()
                    .withName(meter.name())
                    .withDescription(meter.description())
                    .withUnit(meter.unit())
                    .build();
            Tag[] tags = tags(meter, application);
            registry.gauge(metadata, () -> meter.read(figures), tags);
            published.add(new MetricID(meter.name(), tags));
        }
        return () -> published.forEach(registry::remove);
    }

    private static Tag[] tags(Meter meter, String application) {
        Tag ofAll = new Tag("application", application);
        return meter.tag() == null
                ? new Tag[] {ofAll}
                : new Tag[] {ofAll, new Tag(meter.tag().getKey(), meter.tag().getValue())};
    }
}
