package org.facecheck.example.sandbox;

import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the sandbox remembers of a picture, to know it again when it comes back in another size, cropped, mirrored, between
 * black bars or encoded once more.
 *
 * <p>The comparison looks for the best way to lay one picture upon the other, roughly first, with every shift at several
 * relative sizes, and then finely around the best of those.
 */
record Impression(Grid grid) {

    private static final double REMEMBERED = 192;
    private static final double ROUGH = 32;
    private static final double FINE = 96;

    /** Where not even a rough look finds this much in common, a closer one is in vain. */
    private static final double WORTH_A_LOOK = 0.75;

    static Impression of(BufferedImage image) {
        return new Impression(Bars.cut(Grid.of(image, REMEMBERED)));
    }

    boolean isPlain() {
        return grid.isPlain();
    }

    /** How much this picture, or its mirror image, is like another. */
    Likeness likeness(Impression other) {
        if (isPlain() || other.isPlain()) {
            return Likeness.NONE;
        }
        return Stream.of(grid, grid.mirrored())
                .map(seen -> likeness(seen, other.grid))
                .max(Comparator.comparingDouble(Likeness::colours))
                .orElse(Likeness.NONE);
    }

    private static Likeness likeness(Grid seen, Grid known) {
        DoubleStream sizes = IntStream.rangeClosed(-7, 7).mapToDouble(step -> Math.pow(1.05, step));
        Optional<Placed> rough = best(seen.scaled(ROUGH), known, ROUGH, sizes, 0, 0, (int) ROUGH / 2);
        if (rough.isEmpty()) {
            return Likeness.NONE;
        }
        if (rough.get().correlation < WORTH_A_LOOK) {
            return new Likeness(rough.get().correlation, 0);
        }
        double zoom = FINE / ROUGH;
        Overlay found = rough.get().overlay;
        double size = rough.get().size;
        DoubleStream near = IntStream.rangeClosed(-4, 4).mapToDouble(step -> size * (1 + 0.015 * step));
        return best(
                        seen.scaled(FINE),
                        known,
                        FINE,
                        near,
                        (int) (found.right() * zoom),
                        (int) (found.down() * zoom),
                        (int) zoom + 1)
                .map(placed -> new Likeness(
                        placed.correlation, placed.overlay.details().correlation()))
                .orElse(Likeness.NONE);
    }

    private record Placed(Overlay overlay, double size, double correlation) {}

    private static Optional<Placed> best(
            Grid lower, Grid known, double scale, DoubleStream sizes, int right, int down, int reach) {
        return sizes.boxed()
                .flatMap(size -> {
                    Grid upper = known.scaled(scale * size);
                    return overlays(lower, upper, right, down, reach).stream()
                            .filter(Overlay::isPossible)
                            .map(overlay -> new Placed(overlay, size, overlay.correlation()));
                })
                .max(Comparator.comparingDouble(Placed::correlation));
    }

    private static List<Overlay> overlays(Grid lower, Grid upper, int right, int down, int reach) {
        return IntStream.rangeClosed(down - reach, down + reach)
                .boxed()
                .flatMap(y -> IntStream.rangeClosed(right - reach, right + reach)
                        .mapToObj(x -> new Overlay(lower, upper, x, y)))
                .toList();
    }
}
