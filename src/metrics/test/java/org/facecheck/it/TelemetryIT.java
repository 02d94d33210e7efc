package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.io.File;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the servers' own OpenTelemetry pushes to a collector, in an application that has switched it on. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TelemetryIT {
    @ArquillianResource
    URI application;

    @Deployment(testable = false)
    static WebArchive traced() {
        return TestWar.bare("traced")
                .file("secure/page.html", "PROTECTED")
                .with("otel.sdk.disabled", "false")
                .with("otel.service.name", "intranet")
                .with("otel.traces.exporter", "otlp")
                .with("otel.metrics.exporter", "otlp")
                .with("otel.logs.exporter", "none")
                .with("otel.exporter.otlp.protocol", "http/protobuf")
                .with("otel.exporter.otlp.endpoint", Collector.endpoint())
                .with("otel.bsp.schedule.delay", "200")
                .with("otel.metric.export.interval", "500")
                .build()
                .addAsLibrary(new File(System.getProperty("metrics.jar")), "facecheck-metrics.jar");
    }

    private static List<Span> spans(int count) {
        return Patience.until(Collector::spans, spans -> spans.size() >= count);
    }

    private Browser atThePage() {
        Browser browser = new Browser(application);
        browser.open("secure/page.html");
        return browser;
    }

    @Test
    void a_collector_gets_a_span_for_each_call_to_the_service_and_the_figures_and_nothing_of_a_person() {
        Faceki.matches();
        assertThat(atThePage().passFaceCheck().status()).isEqualTo(303);

        assertThat(spans(1)).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("face check");
            assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
            assertThat(span.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_UNSET);
            assertThat(span.getEndTimeUnixNano()).isGreaterThan(span.getStartTimeUnixNano());
            assertThat(Collector.attributes(span.getAttributesList()))
                    .isEqualTo(Map.of(
                            "application", "/traced",
                            "facecheck.answer", "Matched",
                            "facecheck.picture.size", "a number"));
        });
        assertThat(Patience.until(
                        Collector::values,
                        values -> Double.valueOf(1)
                                .equals(values.get("facecheck.checks{application=/traced, outcome=PASSED}"))))
                .containsEntry("facecheck.checks{application=/traced, outcome=PASSED}", 1.0)
                .containsEntry("facecheck.checks{application=/traced, outcome=LOCKED}", 0.0)
                .containsEntry("facecheck.circuit.closed{application=/traced}", 1.0)
                .containsEntry("facecheck.sessions{application=/traced}", 1.0)
                .containsKey("facecheck.service.answer{application=/traced, quantile=0.99}");

        Faceki.answersStatus(500);
        assertThat(atThePage().passFaceCheck().status()).isEqualTo(503);

        assertThat(spans(2)).hasSize(2).last().satisfies(span -> {
            assertThat(span.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
            assertThat(span.getStatus().getMessage()).startsWith("face check: HTTP 500");
            assertThat(Collector.attributes(span.getAttributesList()))
                    .containsEntry("facecheck.answer", "Trouble")
                    .containsEntry("error.type", "UNAVAILABLE");
        });
        assertThat(Collector.everything())
                .contains("face check")
                .doesNotContain("FIRST", "LAST NAME", "930813316", "644b7cff16cc73de26ff9b9c")
                .doesNotContain(Faceki.SECRET, Faceki.TOKEN);
    }
}
