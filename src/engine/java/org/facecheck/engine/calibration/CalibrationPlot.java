package org.facecheck.engine.calibration;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * A calibration as a picture (SVG 1.1): how often each distance occurs, of one person and of different people, and how the two errors
 * change with the threshold. It names nobody. Immutable and thread-safe.
 */
public final class CalibrationPlot {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 400;
    private static final int MARGIN = 50;
    private static final int PARTS = 60;
    private static final double END = 1.2;

    private final Calibration calibration;

    /** A plot of this calibration. */
    public CalibrationPlot(Calibration calibration) {
        this.calibration = calibration;
    }

    /** The picture as a file holds it. */
    public String svg() {
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">%n",
                WIDTH,
                HEIGHT);
        add(
                svg,
                "<title>Distances and errors of %d people</title>%n",
                calibration.comparisons().people());
        add(svg, "<rect width=\"%d\" height=\"%d\" fill=\"white\"/>%n", WIDTH, HEIGHT);
        bars(svg);
        errors(svg);
        axis(svg);
        calibration.threshold().ifPresent(threshold -> {
            add(
                    svg,
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"black\" stroke-dasharray=\"4\"/>%n",
                    x(threshold),
                    MARGIN,
                    x(threshold),
                    HEIGHT - MARGIN);
            add(svg, "<text x=\"%.1f\" y=\"%d\">threshold %.2f</text>%n", x(threshold) + 4, MARGIN + 12, threshold);
        });
        return svg.append("</svg>\n").toString();
    }

    /** Each group's own share, so that the few comparisons of one person are not lost among the others. */
    private void bars(StringBuilder svg) {
        List<int[]> counts = calibration.comparisons().histogram(PARTS, END);
        List<String> colours = List.of("#1b7837", "#b2182b");
        double width = (WIDTH - 2.0 * MARGIN) / PARTS;
        for (int group = 0; group < counts.size(); group++) {
            int largest = 1;
            for (int count : counts.get(group)) {
                largest = Math.max(largest, count);
            }
            for (int part = 0; part < PARTS; part++) {
                double height = (HEIGHT - 2.0 * MARGIN) * counts.get(group)[part] / largest;
                if (height > 0) {
                    add(
                            svg,
                            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\" fill-opacity=\"0.35\"/>%n",
                            MARGIN + part * width,
                            HEIGHT - MARGIN - height,
                            width,
                            height,
                            colours.get(group));
                }
            }
        }
    }

    /** Both errors at each threshold, from 0 at the bottom to 1 at the top. */
    private void errors(StringBuilder svg) {
        Comparisons comparisons = calibration.comparisons();
        curve(svg, "#b2182b", threshold -> comparisons.falseAccepts(threshold).rate());
        curve(svg, "#1b7837", threshold -> comparisons.falseRejects(threshold).rate());
    }

    /** One line through the rates at all thresholds that are tried. */
    private void curve(StringBuilder svg, String colour, DoubleUnaryOperator rate) {
        StringBuilder points = new StringBuilder();
        for (double threshold : calibration.thresholds()) {
            add(
                    points,
                    "%.1f,%.1f ",
                    x(threshold),
                    HEIGHT - MARGIN - rate.applyAsDouble(threshold) * (HEIGHT - 2 * MARGIN));
        }
        add(
                svg,
                "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>%n",
                colour,
                points.toString().strip());
    }

    /** The distances and the legend; shares have no scale, since each group is drawn as high as the picture. */
    private static void axis(StringBuilder svg) {
        add(svg, "<path d=\"M%d %dH%d\" stroke=\"black\"/>%n", MARGIN, HEIGHT - MARGIN, WIDTH - MARGIN);
        for (int tenth = 0; tenth <= 12; tenth += 2) {
            add(
                    svg,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.1f</text>%n",
                    x(tenth / 10.0),
                    HEIGHT - MARGIN + 18,
                    tenth / 10.0);
        }
        add(
                svg,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">distance, and threshold</text>%n",
                WIDTH / 2,
                HEIGHT - 8);
        add(svg, "<text x=\"%d\" y=\"20\" fill=\"#1b7837\">one person; line: refused</text>%n", MARGIN);
        add(svg, "<text x=\"%d\" y=\"38\" fill=\"#b2182b\">different people; line: taken for one</text>%n", MARGIN);
    }

    /** Where a distance lies in the picture. */
    private static double x(double distance) {
        return MARGIN + (WIDTH - 2.0 * MARGIN) * distance / END;
    }

    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
