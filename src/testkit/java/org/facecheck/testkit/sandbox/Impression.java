package org.facecheck.testkit.sandbox;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
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
    private static final double FINE = 64;

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
                .flatMap(seen -> roughly(seen, other.grid).stream())
                .max(Comparator.comparingDouble(Found::correlation))
                .map(found -> found.correlation < WORTH_A_LOOK
                        ? new Likeness(found.correlation, 0)
                        : closely(found, other.grid))
                .orElse(Likeness.NONE);
    }

    private static Optional<Found> roughly(Grid seen, Grid known) {
        double[] sizes = IntStream.rangeClosed(-7, 7)
                .mapToDouble(step -> Math.pow(1.05, step))
                .toArray();
        return best(seen, seen.scaled(ROUGH), known.scaled(2 * ROUGH), ROUGH, sizes, 0, 0, (int) ROUGH / 2);
    }

    private static Likeness closely(Found rough, Grid known) {
        double[] sizes = IntStream.rangeClosed(-4, 4)
                .mapToDouble(step -> rough.size * (1 + 0.015 * step))
                .toArray();
        int zoom = (int) (FINE / ROUGH);
        int right = rough.overlay.right() * zoom;
        int down = rough.overlay.down() * zoom;
        return best(rough.seen, rough.seen.scaled(FINE), known, FINE, sizes, right, down, zoom + 1)
                .map(fine ->
                        new Likeness(fine.correlation, fine.overlay.details().correlation()))
                .orElse(Likeness.NONE);
    }

    /**
     * The best of many overlays.
     *
     * @param seen the picture that was looked at, at full size
     * @param size of the picture on file, relative to it
     */
    private record Found(Grid seen, Overlay overlay, double size, double correlation) {}

    private static Optional<Found> best(
            Grid seen, Grid lower, Grid known, double scale, double[] sizes, int right, int down, int reach) {
        return Arrays.stream(sizes)
                .boxed()
                .flatMap(size -> overlays(lower, known.scaled(scale * size), right, down, reach)
                        .map(overlay -> new Found(seen, overlay, size, overlay.correlation())))
                .max(Comparator.comparingDouble(Found::correlation));
    }

    private static Stream<Overlay> overlays(Grid lower, Grid upper, int right, int down, int reach) {
        return IntStream.rangeClosed(down - reach, down + reach)
                .boxed()
                .flatMap(y -> IntStream.rangeClosed(right - reach, right + reach)
                        .mapToObj(x -> new Overlay(lower, upper, x, y)))
                .filter(Overlay::isPossible);
    }
}
