package org.facecheck.it;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A collector of OpenTelemetry on this machine: takes what servers push to it by OTLP over HTTP, and keeps it. */
final class Collector {
    private static final String TRACES = "/v1/traces";
    private static final String METRICS = "/v1/metrics";
    private static final WireMockServer SERVER =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    static {
        SERVER.start();
        SERVER.stubFor(post(anyUrl()).willReturn(ok().withHeader("Content-Type", "application/x-protobuf")));
    }

    private Collector() {}

    static String endpoint() {
        return "http://127.0.0.1:" + SERVER.port();
    }

    private static Stream<byte[]> bodies(String path) {
        return SERVER.findAll(postRequestedFor(urlPathEqualTo(path))).stream().map(request -> request.getBody());
    }

    /** All that came, as text in which any name would be found: protocol buffers keep text as it is. */
    static String everything() {
        return Stream.concat(bodies(TRACES), bodies(METRICS))
                .map(body -> new String(body, ISO_8859_1))
                .collect(Collectors.joining());
    }

    /** The spans of our scope, as they came. */
    static List<Span> spans() {
        return bodies(TRACES)
                .flatMap(body -> traces(body).getResourceSpansList().stream())
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .filter(scope -> scope.getScope().getName().equals("org.facecheck"))
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    /** The last value of each line, by the instrument's name and its attributes, as {@code facecheck.sessions{application=/x}}. */
    static Map<String, Double> values() {
        Map<String, Double> last = new TreeMap<>();
        bodies(METRICS)
                .flatMap(body -> metrics(body).getResourceMetricsList().stream())
                .flatMap(resource -> resource.getScopeMetricsList().stream())
                .filter(scope -> scope.getScope().getName().equals("org.facecheck"))
                .flatMap(scope -> scope.getMetricsList().stream())
                .forEach(metric -> metric.getGauge()
                        .getDataPointsList()
                        .forEach(point -> last.put(name(metric, point.getAttributesList()), point.getAsDouble())));
        return last;
    }

    static Map<String, String> attributes(List<KeyValue> attributes) {
        return attributes.stream()
                .collect(Collectors.toMap(
                        KeyValue::getKey,
                        one -> one.getValue().hasIntValue()
                                ? "a number"
                                : one.getValue().getStringValue(),
                        (one, other) -> "twice",
                        TreeMap::new));
    }

    private static String name(Metric metric, List<KeyValue> attributes) {
        return metric.getName() + attributes(attributes);
    }

    private static ExportTraceServiceRequest traces(byte[] body) {
        try {
            return ExportTraceServiceRequest.parseFrom(body);
        } catch (InvalidProtocolBufferException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static ExportMetricsServiceRequest metrics(byte[] body) {
        try {
            return ExportMetricsServiceRequest.parseFrom(body);
        } catch (InvalidProtocolBufferException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
