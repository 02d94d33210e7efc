package org.facecheck.metrics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.ObservableDoubleGauge;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import jakarta.enterprise.inject.spi.CDI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * For OpenTelemetry, of which MicroProfile Telemetry gives each application a bean. It asks for a whole instrument at once, so that the
 * lines of one name are one gauge here; a value that is not known is left out, since there is a way to say so. Names, units
 * and descriptions are as the OpenTelemetry specification wants them ("Instrument": units in UCUM).
 */
final class OpenTelemetryPublisher implements Publisher {
    /** The name of the instrumentation scope, which collectors show. */
    static final String SCOPE = "org.facecheck";

    /** For {@link MetricsListener}. */
    OpenTelemetryPublisher() {}

    @Override
    public Runnable publish(List<Meter> meters, Figures figures, String application) {
        io.opentelemetry.api.metrics.Meter scope =
                CDI.current().select(OpenTelemetry.class).get().getMeter(SCOPE);
        Map<String, List<Meter>> byName =
                meters.stream().collect(groupingBy(Meter::name, LinkedHashMap::new, toList()));
        List<ObservableDoubleGauge> gauges = byName.values().stream()
                .map(lines -> scope.gaugeBuilder(lines.get(0).name())
                        .setDescription(lines.get(0).description())
                        .setUnit(unit(lines.get(0)))
                        .buildWithCallback(
                                measurement -> lines.forEach(line -> record(line, figures, application, measurement))))
                .toList();
        return () -> gauges.forEach(ObservableDoubleGauge::close);
    }

    private static String unit(Meter meter) {
        return meter.unit().equals("seconds") ? "s" : "1";
    }

    private static void record(
            Meter line, Figures figures, String application, ObservableDoubleMeasurement measurement) {
        double value = line.read(figures);
        if (!Double.isNaN(value)) {
            measurement.record(value, attributes(line, application));
        }
    }

    private static Attributes attributes(Meter line, String application) {
        Map.Entry<String, String> tag = line.tag();
        return tag == null
                ? Attributes.builder().put("application", application).build()
                : Attributes.builder()
                        .put("application", application)
                        .put(tag.getKey(), tag.getValue())
                        .build();
    }
}
