package org.facecheck.engine.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.facecheck.engine.face.FaceTemplate;
import org.facecheck.engine.gallery.EnrolledPerson;

/**
 * The distances between all templates of a group of people. Immutable and thread-safe; it knows nobody's name.
 *
 * <p>Each picture is compared with each other one, so that the number of comparisons grows with the square of the pictures': 1,000
 * people with three make four and a half million, in some seconds.
 */
public final class Comparisons {
    private final double[] genuine;
    private final double[] impostor;
    private final int people;
    private final int peopleWithSeveral;

    private Comparisons(double[] genuine, double[] impostor, int people, int peopleWithSeveral) {
        this.genuine = genuine;
        this.impostor = impostor;
        this.people = people;
        this.peopleWithSeveral = peopleWithSeveral;
    }

    /** Compares all templates of these people, each person's own and different people's. */
    public static Comparisons of(List<EnrolledPerson> people) {
        Distances genuine = new Distances();
        Distances impostor = new Distances();
        int several = 0;
        for (int i = 0; i < people.size(); i++) {
            List<FaceTemplate> own = people.get(i).templates();
            several += own.size() > 1 ? 1 : 0;
            for (int a = 0; a < own.size(); a++) {
                for (int b = a + 1; b < own.size(); b++) {
                    genuine.add(own.get(a).distance(own.get(b)));
                }
            }
            for (int j = i + 1; j < people.size(); j++) {
                for (FaceTemplate mine : own) {
                    for (FaceTemplate other : people.get(j).templates()) {
                        impostor.add(mine.distance(other));
                    }
                }
            }
        }
        return new Comparisons(genuine.sorted(), impostor.sorted(), people.size(), several);
    }

    /** Numbers as they come. */
    private static final class Distances {
        private double[] values = new double[1024];
        private int count;

        void add(double value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = value;
        }

        double[] sorted() {
            double[] all = Arrays.copyOf(values, count);
            Arrays.sort(all);
            return all;
        }
    }

    /** How many people there are. */
    public int people() {
        return people;
    }

    /** How many of them have several templates: only these tell how often a genuine picture is refused. */
    public int peopleWithSeveral() {
        return peopleWithSeveral;
    }

    /** How often different people are nearer than this, or as near. Each pair of people counts as one independent comparison. */
    public ErrorRate falseAccepts(double threshold) {
        long pairs = (long) people * (people - 1) / 2;
        return new ErrorRate(upTo(impostor, threshold), impostor.length, (int) Math.min(impostor.length, pairs));
    }

    /** How often one person's pictures are further apart. Each person counts as one independent comparison. */
    public ErrorRate falseRejects(double threshold) {
        return new ErrorRate(genuine.length - upTo(genuine, threshold), genuine.length, peopleWithSeveral);
    }

    /** How many of these, which are sorted, are not larger. */
    private static int upTo(double[] sorted, double threshold) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The distance that a share of the one person's comparisons does not exceed; not a number if there are none. */
    public double genuineQuantile(double share) {
        return quantile(genuine, share);
    }

    /** The distance that a share of the different people's comparisons does not exceed; not a number if there are none. */
    public double impostorQuantile(double share) {
        return quantile(impostor, share);
    }

    /**
     * The largest distance that at most this share of the different people's comparisons does not exceed; not a number if there are none.
     * Two that are equally far apart are both below it, or both not.
     */
    double impostorBound(double share) {
        if (impostor.length == 0) {
            return Double.NaN;
        }
        int allowed = (int) (share * impostor.length);
        return allowed >= impostor.length ? Double.MAX_VALUE : Math.nextDown(impostor[allowed]);
    }

    /** Of these, which are sorted. */
    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))];
    }

    /** How many comparisons of one person, and of different people, lie in each of so many equal parts from 0 to a distance. */
    List<int[]> histogram(int parts, double end) {
        List<int[]> both = new ArrayList<>();
        for (double[] distances : List.of(genuine, impostor)) {
            int[] counts = new int[parts];
            for (double distance : distances) {
                counts[(int) Math.min(parts - 1.0, distance / end * parts)]++;
            }
            both.add(counts);
        }
        return both;
    }

    @Override
    public String toString() {
        return "Comparisons[" + genuine.length + " of one person, " + impostor.length + " of different people]";
    }
}
