package org.facecheck.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The dashboard that the documents have for Grafana. */
final class Dashboard {
    private static final Path FILE = Path.of("../site/resources/facecheck-dashboard.json");
    /** A selector of PromQL: a metric's name, and the labels that it is chosen by. */
    private static final Pattern SELECTOR = Pattern.compile("(facecheck_\\w+)(?:\\{([^}]*)})?");

    private static final Pattern CHOSEN = Pattern.compile("(\\w+)\\s*=");
    private static final Pattern GROUPED = Pattern.compile("\\bby \\(([^)]*)\\)");
    private static final Pattern IN_TEMPLATE = Pattern.compile("label_values\\((facecheck_\\w+), (\\w+)\\)");

    private Dashboard() {}

    /**
     * A selector, with what it needs.
     *
     * @param expression the query that it is in
     * @param metric as Prometheus has the name
     * @param labels that it is chosen or grouped by
     */
    record Query(String expression, String metric, List<String> labels) {}

    static JsonObject json() throws IOException {
        try (Reader text = Files.newBufferedReader(FILE);
                JsonReader reader = Json.createReader(text)) {
            return reader.readObject();
        }
    }

    static List<JsonObject> panels() throws IOException {
        return json().getJsonArray("panels").getValuesAs(JsonObject.class);
    }

    /** All that its panels, and its list of applications, ask for. */
    static List<Query> queries() throws IOException {
        List<Query> queries = new ArrayList<>();
        for (JsonObject panel : panels()) {
            for (JsonObject target : panel.getJsonArray("targets").getValuesAs(JsonObject.class)) {
                queries.addAll(queries(target.getString("expr")));
            }
        }
        for (JsonObject variable :
                json().getJsonObject("templating").getJsonArray("list").getValuesAs(JsonObject.class)) {
            JsonValue query = variable.get("query");
            if (query instanceof JsonString text) {
                IN_TEMPLATE
                        .matcher(text.getString())
                        .results()
                        .forEach(found ->
                                queries.add(new Query(text.getString(), found.group(1), List.of(found.group(2)))));
            }
        }
        return queries;
    }

    private static List<Query> queries(String expression) {
        List<String> grouped = GROUPED.matcher(expression)
                .results()
                .flatMap(found -> List.of(found.group(1).split("\\s*,\\s*")).stream())
                .toList();
        return SELECTOR.matcher(expression)
                .results()
                .map(found -> new Query(expression, found.group(1), labels(found, grouped)))
                .toList();
    }

    private static List<String> labels(MatchResult selector, List<String> grouped) {
        List<String> labels = new ArrayList<>(grouped);
        if (selector.group(2) != null) {
            CHOSEN.matcher(selector.group(2)).results().forEach(found -> labels.add(found.group(1)));
        }
        return labels;
    }
}
