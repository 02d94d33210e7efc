package org.facecheck.engine.service.measure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.facecheck.engine.face.FaceTemplate;
import org.facecheck.engine.index.ExactIndex;
import org.facecheck.engine.index.TemplateIndex;

/**
 * How long a search among so many takes, and how often an index finds who is there.
 *
 * @param templates how many there are
 * @param building all of them at once, in seconds
 * @param search one of them, in milliseconds of one core
 * @param foundNear of people at a distance of 0.45, how many were found; the share of them
 * @param foundNearest of strangers, for how many the nearest was found, as comparing with all finds it
 */
public record SearchCost(int templates, double building, double search, double foundNear, double foundNearest) {
    private static final int BATCH = 10_000;
    private static final int PROBES = 200;
    /** As far as a search goes by the standard policy. */
    private static final double NEAR = 0.45;

    private static final double ROUNDING = 1e-4;
    private static final double NANOS = 1e9;

    /**
     * Measures.
     *
     * @param indexes gives an empty one
     * @param templates how many
     */
    public static SearchCost of(Supplier<TemplateIndex> indexes, int templates) throws Exception {
        return of(indexes, templates, Stopwatch.WARM_UP);
    }

    static SearchCost of(Supplier<TemplateIndex> indexes, int templates, Duration warmUp) throws Exception {
        RandomPeople random = new RandomPeople(7);
        Map<String, FaceTemplate> probes = new LinkedHashMap<>();
        TemplateIndex exact = new ExactIndex();
        TemplateIndex measured = indexes.get();
        int step = Math.max(1, templates / PROBES);
        long building = 0;
        for (int from = 0; from < templates; from += BATCH) {
            Map<String, List<FaceTemplate>> people = random.people(from, Math.min(BATCH, templates - from));
            exact = exact.with(people);
            long start = System.nanoTime();
            measured = measured.with(people);
            building += System.nanoTime() - start;
            people.forEach((key, own) -> {
                if (Integer.parseInt(key.substring(1)) % step == 0) {
                    probes.put(key, random.near(own.get(0), NEAR));
                }
            });
        }
        TemplateIndex index = measured;
        long found = probes.entrySet().stream()
                .filter(probe -> probe.getKey()
                        .equals(index.nearest(probe.getValue(), null).key()))
                .count();
        int nearest = 0;
        for (int i = 0; i < PROBES; i++) {
            FaceTemplate stranger = random.stranger();
            double best = exact.nearest(stranger, null).distance();
            nearest += index.nearest(stranger, null).distance() <= best + ROUNDING ? 1 : 0;
        }
        double search = new Stopwatch(warmUp).milliseconds(PROBES, () -> index.nearest(random.stranger(), null));
        return new SearchCost(
                index.size(), building / NANOS, search, (double) found / probes.size(), (double) nearest / PROBES);
    }

    /** A line for an operator. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%,9d templates: built in %.1f s; a search takes %.2f ms of one core; found: %.1f %% of people at %.2f, the nearest for"
                        + " %.1f %% of strangers%n",
                templates,
                building,
                search,
                100 * foundNear,
                NEAR,
                100 * foundNearest);
    }
}
