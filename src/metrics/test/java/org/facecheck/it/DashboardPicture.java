package org.facecheck.it;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.facecheck.it.Prometheus.Series;

/**
 * A drawing of the dashboard, as SVG: its panels in their places, each with what Prometheus answered to its queries. It is
 * not Grafana's own rendering, which takes Grafana itself.
 *
 * @param from when the lines begin
 * @param to when they end
 */
record DashboardPicture(Instant from, Instant to) {
    /** Pixels for one of Grafana's twenty-four columns, and for one of its rows. */
    private static final int COLUMN = 50;

    private static final int ROW = 30;
    private static final int GAP = 8;
    private static final int TITLE = 28;
    private static final int LEGEND = 26;
    private static final int AXIS = 48;
    private static final int SMALL = 24;
    private static final int LARGE = 40;
    private static final List<String> COLOURS = List.of(
            "#5794f2", "#73bf69", "#f2cc0c", "#ff780a", "#f2495c", "#b877d9", "#37872d", "#8ab8ff", "#fa6400",
            "#c0d8ff");

    String of(Map<JsonObject, List<List<Series>>> panels) {
        int height = panels.keySet().stream()
                .map(panel -> panel.getJsonObject("gridPos"))
                .mapToInt(place -> (place.getInt("y") + place.getInt("h")) * ROW)
                .max()
                .orElseThrow();
        String drawn = panels.entrySet().stream()
                .map(entry -> panel(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" font-family="sans-serif" font-size="12">
                <rect width="%1$d" height="%2$d" fill="#111217"/>
                %3$s</svg>
                """.formatted(24 * COLUMN + GAP, height + GAP, drawn);
    }

    private String panel(JsonObject panel, List<List<Series>> answers) {
        JsonObject place = panel.getJsonObject("gridPos");
        int width = place.getInt("w") * COLUMN - GAP;
        int height = place.getInt("h") * ROW - GAP;
        boolean single = panel.getString("type").equals("stat");
        return """
                <g transform="translate(%d %d)">
                <rect width="%d" height="%d" rx="3" fill="#181b1f" stroke="#2c3235"/>
                <text x="10" y="19" fill="#d8d9da" font-weight="bold">%s</text>
                %s</g>
                """.formatted(
                        place.getInt("x") * COLUMN + GAP,
                        place.getInt("y") * ROW + GAP,
                        width,
                        height,
                        text(panel.getString("title")),
                        single
                                ? figure(panel, last(answers.get(0).get(0)), width, height)
                                : lines(panel, answers, width, height));
    }

    private static double last(Series series) {
        return series.values().values().stream()
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private static String figure(JsonObject panel, double value, int width, int height) {
        String word = word(panel, value);
        return "<text x=\"%d\" y=\"%d\" fill=\"#73bf69\" font-size=\"%d\" text-anchor=\"middle\">%s</text>%n"
                .formatted(width / 2, height / 2 + TITLE, word.length() > 10 ? SMALL : LARGE, text(word));
    }

    /** What the panel maps the value to, or the value with its unit. */
    private static String word(JsonObject panel, double value) {
        JsonObject defaults = panel.getJsonObject("fieldConfig").getJsonObject("defaults");
        if (defaults.containsKey("mappings")) {
            for (JsonObject mapping : defaults.getJsonArray("mappings").getValuesAs(JsonObject.class)) {
                JsonObject found = mapping.getJsonObject("options").getJsonObject(number(value));
                if (found != null) {
                    return found.getString("text");
                }
            }
        }
        return number(value) + (defaults.getString("unit", "").equals("s") ? " s" : "");
    }

    private String lines(JsonObject panel, List<List<Series>> answers, int width, int height) {
        List<JsonObject> targets = panel.getJsonArray("targets").getValuesAs(JsonObject.class);
        List<Line> lines = IntStream.range(0, targets.size())
                .boxed()
                .flatMap(i -> answers.get(i).stream().map(series -> Line.of(targets.get(i), series)))
                .filter(line -> line.highest() > 0)
                .toList();
        double highest = lines.stream().mapToDouble(Line::highest).max().orElse(1);
        int bottom = height - LEGEND - 14;
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i <= 2; i++) {
            int y = bottom - (bottom - TITLE - GAP) * i / 2;
            drawn.append("<path d=\"M%d %dH%d\" stroke=\"#2c3235\"/>%n".formatted(AXIS, y, width - GAP))
                    .append("<text x=\"%d\" y=\"%d\" fill=\"#9fa7b3\" text-anchor=\"end\">%s</text>%n"
                            .formatted(AXIS - 6, y + 4, number(highest * i / 2)));
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String colour = COLOURS.get(i % COLOURS.size());
            drawn.append("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>%n"
                    .formatted(path(line, highest, width, bottom), colour));
            int x = AXIS + i * (width - AXIS) / lines.size();
            drawn.append("<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>%n"
                    .formatted(x, height - 10, colour, text(line.name())));
        }
        return drawn.toString();
    }

    private String path(Line line, double highest, int width, int bottom) {
        double seconds = Math.max(1, Duration.between(from, to).toSeconds());
        return line.values().entrySet().stream()
                .filter(point -> Double.isFinite(point.getValue()))
                .map(point -> String.format(
                        Locale.ROOT,
                        "%.1f %.1f",
                        AXIS + (width - GAP - AXIS) * (point.getKey() - from.getEpochSecond()) / seconds,
                        bottom - (bottom - TITLE - GAP) * point.getValue() / highest))
                .collect(Collectors.joining("L", "M", ""));
    }

    /** At most three significant digits, as a person reads them. */
    private static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String text(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** A series, by the name that its query's legend gives it. */
    private record Line(String name, Map<Double, Double> values) {
        static Line of(JsonObject target, Series series) {
            String name = target.getString("legendFormat");
            for (Map.Entry<String, String> label : series.labels().entrySet()) {
                name = name.replace("{{" + label.getKey() + "}}", label.getValue());
            }
            return new Line(name, series.values());
        }

        double highest() {
            return values.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .filter(Double::isFinite)
                    .max()
                    .orElse(0);
        }
    }
}
