package org.facecheck.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.facecheck.bench.Results;

/** Prints each figure as soon as it is there, and keeps it for the file. */
final class Report {
    private final List<Map<String, Object>> rows = new ArrayList<>();

    void printHead() {
        System.out.printf("On %s%n%s", Results.machine(), ThroughputFigure.HEAD);
    }

    /** Prints the figure in any case, so that a wrong one can be looked at; only one that can be right is kept. */
    void add(Figure figure) {
        System.out.print(figure.text());
        figure.requirePlausible();
        rows.add(figure.fields());
    }

    /** All figures, with when and on what they were taken. */
    String json() {
        return "{\"at\": \"" + Instant.now() + "\", \"machine\": \"" + Results.machine() + "\", \"rows\": [\n"
                + rows.stream().map(Report::json).collect(Collectors.joining(",\n"))
                + "\n]}\n";
    }

    private static String json(Map<String, Object> row) {
        return row.entrySet().stream()
                .map(field -> "\"%s\": %s".formatted(field.getKey(), json(field.getValue())))
                .collect(Collectors.joining(", ", "  {", "}"));
    }

    /** JSON (RFC 8259, section 6) has no infinite number, which here stands for an answer that never came. */
    private static String json(Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            return "null";
        }
        return value instanceof String text ? "\"" + text + "\"" : value.toString();
    }
}
