package org.facecheck.engine.gallery;

import java.util.Arrays;
import java.util.List;
import org.facecheck.engine.face.FaceTemplate;
import org.facecheck.engine.model.EmbeddingNetwork;

/**
 * Templates in columns: first the first number of each, then the second of each, and so on. A scan then runs over neighbours in
 * memory, which the JIT compiler turns into vector instructions; number by number of one template, it would not. A block's sums
 * fit into the processor's first cache. Immutable and thread-safe.
 */
final class TemplateBlock {
    static final int CAPACITY = 1024;

    private final float[] columns;
    private final int count;

    /** Of at most {@link #CAPACITY} templates. */
    TemplateBlock(List<FaceTemplate> templates) {
        this.count = templates.size();
        this.columns = new float[EmbeddingNetwork.LENGTH * count];
        for (int i = 0; i < count; i++) {
            float[] values = templates.get(i).values();
            for (int number = 0; number < values.length; number++) {
                columns[number * count + i] = values[number];
            }
        }
    }

    int count() {
        return count;
    }

    /**
     * Squares of the distances to all of them.
     *
     * @param sums takes them; as long as the largest block
     */
    void squaredDistances(float[] probe, float[] sums) {
        Arrays.fill(sums, 0);
        for (int number = 0; number < probe.length; number++) {
            add(probe[number], number * count, sums);
        }
    }

    /** A method of its own, so that the compiler sees one simple loop. */
    private void add(float value, int from, float[] sums) {
        for (int i = 0; i < count; i++) {
            float difference = columns[from + i] - value;
            sums[i] += difference * difference;
        }
    }
}
