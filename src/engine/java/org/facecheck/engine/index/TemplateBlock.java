package org.facecheck.engine.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.facecheck.engine.face.FaceTemplate;
import org.facecheck.engine.model.EmbeddingNetwork;

/**
 * Templates in columns: first the first number of each, then the second of each, and so on. A scan then runs over neighbours in
 * memory, which the JIT compiler turns into vector instructions; number by number of one template, it would not. A block's sums
 * fit into the processor's first cache. Immutable and thread-safe.
 */
final class TemplateBlock {
    static final int CAPACITY = 1024;

    private final List<String> owners;
    private final List<FaceTemplate> templates;
    private final float[] columns;

    /**
     * Of at most {@link #CAPACITY} templates.
     *
     * @param owners whose each of them is
     */
    TemplateBlock(List<String> owners, List<FaceTemplate> templates) {
        this.owners = List.copyOf(owners);
        this.templates = List.copyOf(templates);
        this.columns = new float[EmbeddingNetwork.LENGTH * templates.size()];
        for (int i = 0; i < templates.size(); i++) {
            float[] values = templates.get(i).values();
            for (int number = 0; number < values.length; number++) {
                columns[number * templates.size() + i] = values[number];
            }
        }
    }

    int count() {
        return templates.size();
    }

    boolean isFull() {
        return count() == CAPACITY;
    }

    List<String> owners() {
        return owners;
    }

    List<FaceTemplate> templates() {
        return templates;
    }

    /** This block if it holds nothing of these people, else one of the others. */
    TemplateBlock without(Set<String> people) {
        if (Collections.disjoint(people, owners)) {
            return this;
        }
        List<String> otherOwners = new ArrayList<>();
        List<FaceTemplate> others = new ArrayList<>();
        for (int i = 0; i < owners.size(); i++) {
            if (!people.contains(owners.get(i))) {
                otherOwners.add(owners.get(i));
                others.add(templates.get(i));
            }
        }
        return new TemplateBlock(otherOwners, others);
    }

    /**
     * Squares of the distances to all of them.
     *
     * @param sums takes them; as long as the largest block
     */
    void squaredDistances(float[] probe, float[] sums) {
        Arrays.fill(sums, 0);
        for (int number = 0; number < probe.length; number++) {
            add(probe[number], number * count(), sums);
        }
    }

    /** A method of its own, so that the compiler sees one simple loop. */
    private void add(float value, int from, float[] sums) {
        int count = count();
        for (int i = 0; i < count; i++) {
            float difference = columns[from + i] - value;
            sums[i] += difference * difference;
        }
    }
}
