package org.facecheck.testkit.sandbox;

/**
 * One picture laid upon another.
 *
 * @param right how far the upper one's left edge lies right of the lower one's
 * @param down how far its top edge lies below
 */
record Overlay(Grid lower, Grid upper, int right, int down) {

    /** How much of the smaller one must lie upon the larger. */
    private static final double INSIDE = 0.9;

    /** How much of the larger one must be covered: what a crop may leave. */
    private static final double COVERED = 0.45;

    /** Below this variance there is nothing that could be alike. */
    private static final double PLAIN = 20;

    boolean isPossible() {
        int width = Math.min(lower.width(), right + upper.width()) - Math.max(0, right);
        int height = Math.min(lower.height(), down + upper.height()) - Math.max(0, down);
        int common = Math.max(0, width) * Math.max(0, height);
        return common >= INSIDE * Math.min(lower.area(), upper.area())
                && common >= COVERED * Math.max(lower.area(), upper.area());
    }

    /**
     * Normalised cross correlation over what both have in common, 1 for the same picture. All colours together, so that a
     * blue shape on orange is not like an orange one on blue; brightness and contrast as a whole make no difference.
     */
    double correlation() {
        int fromX = Math.max(0, right);
        int toX = Math.min(lower.width(), right + upper.width());
        int fromY = Math.max(0, down);
        int toY = Math.min(lower.height(), down + upper.height());
        int run = 3 * (toX - fromX);
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int y = fromY; y < toY; y++) {
            int i = 3 * (y * lower.width() + fromX);
            int j = 3 * ((y - down) * upper.width() + fromX - right);
            for (int k = 0; k < run; k++) {
                float p = lower.rgb()[i + k];
                float q = upper.rgb()[j + k];
                a += p;
                b += q;
                aa += p * p;
                bb += q * q;
                ab += p * q;
            }
        }
        double count = run * (double) (toY - fromY);
        double varianceA = aa / count - a / count * a / count;
        double varianceB = bb / count - b / count * b / count;
        return varianceA < PLAIN || varianceB < PLAIN
                ? 0
                : (ab / count - a / count * b / count) / Math.sqrt(varianceA * varianceB);
    }

    Overlay details() {
        return new Overlay(lower.details(), upper.details(), right, down);
    }
}
