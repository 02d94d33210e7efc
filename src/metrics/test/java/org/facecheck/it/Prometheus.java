package org.facecheck.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Debian's Prometheus in a process of its own, which reads a server's figures every second and answers queries about them. */
final class Prometheus {
    static final Path PROGRAM = Path.of("/usr/bin/prometheus");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI address;
    private final Node process;

    private Prometheus(URI address, Node process) {
        this.address = address;
        this.process = process;
    }

    /**
     * A time series, as Prometheus answers.
     *
     * @param labels that tell it from the others of the same query
     * @param values by the second of the epoch, in their order
     */
    record Series(Map<String, String> labels, Map<Double, Double> values) {}

    /** Starts one that reads the figures at this address. */
    static Prometheus reading(URI figures) throws IOException {
        Path directory = Files.createTempDirectory("prometheus");
        String scope = figures.getQuery() == null
                ? ""
                : "    params: {scope: [" + figures.getQuery().replace("scope=", "") + "]}\n";
        Files.writeString(
                directory.resolve("prometheus.yml"), """
                global: {scrape_interval: 1s}
                scrape_configs:
                  - job_name: servers
                    metrics_path: %s
                %s    static_configs: [targets: ['%s']]
                """.formatted(figures.getPath(), scope, figures.getAuthority()));
        URI address = URI.create("http://127.0.0.1:" + free());
        Node process = Node.start(
                List.of(
                        PROGRAM.toString(),
                        "--config.file=" + directory.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + directory.resolve("data"),
                        "--web.listen-address=" + address.getAuthority()),
                directory,
                address,
                List.of(),
                Map.of());
        return new Prometheus(address, process);
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What it answers to the query for up to 120 moments between the two; nothing while it has not started yet. */
    List<Series> range(String query, Instant from, Instant to) {
        long step = Math.max(1, Duration.between(from, to).toSeconds() / 120);
        URI question = address.resolve("/api/v1/query_range?step=%d&start=%d&end=%d&query=%s"
                .formatted(step, from.getEpochSecond(), to.getEpochSecond(), URLEncoder.encode(query, UTF_8)));
        HttpResponse<String> answer;
        try {
            answer = HTTP.send(HttpRequest.newBuilder(question).build(), BodyHandlers.ofString());
        } catch (IOException notYet) {
            return List.of();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        if (answer.statusCode() == 503) {
            return List.of();
        }
        if (answer.statusCode() != 200) {
            throw new AssertionError(query + ": " + answer.body());
        }
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader
                    .readObject()
                    .getJsonObject("data")
                    .getJsonArray("result")
                    .getValuesAs(JsonObject.class)
                    .stream()
                    .map(Prometheus::series)
                    .toList();
        }
    }

    private static Series series(JsonObject result) {
        Map<String, String> labels = new TreeMap<>();
        JsonObject metric = result.getJsonObject("metric");
        metric.keySet().forEach(name -> labels.put(name, metric.getString(name)));
        Map<Double, Double> values = new TreeMap<>();
        for (JsonArray point : result.getJsonArray("values").getValuesAs(JsonArray.class)) {
            // Prometheus sends values as text, since JSON has no NaN.
            values.put(point.getJsonNumber(0).doubleValue(), Double.valueOf(point.getString(1)));
        }
        return new Series(labels, values);
    }

    void stop() {
        process.kill();
    }
}
