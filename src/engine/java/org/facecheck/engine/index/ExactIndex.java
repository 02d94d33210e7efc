package org.facecheck.engine.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facecheck.engine.face.FaceTemplate;
import org.jspecify.annotations.Nullable;

/**
 * Compares with all templates, one by one: a near one that an approximate index misses would be a person refused, or a duplicate enrolled.
 * It takes a time in proportion to their number, and needs nothing but the JDK. Immutable and thread-safe.
 */
public final class ExactIndex implements TemplateIndex {
    private final List<TemplateBlock> blocks;
    private final int size;

    /** An index without anybody. */
    public ExactIndex() {
        this(List.of());
    }

    private ExactIndex(List<TemplateBlock> blocks) {
        this.blocks = List.copyOf(blocks);
        this.size = blocks.stream().mapToInt(TemplateBlock::count).sum();
    }

    /** Blocks that are full are shared with the index before, so that one more person costs little. */
    @Override
    public TemplateIndex with(Map<String, List<FaceTemplate>> people) {
        List<TemplateBlock> changed = withoutAny(people);
        List<String> owners = new ArrayList<>();
        List<FaceTemplate> templates = new ArrayList<>();
        if (!changed.isEmpty() && !changed.get(changed.size() - 1).isFull()) {
            TemplateBlock last = changed.remove(changed.size() - 1);
            owners.addAll(last.owners());
            templates.addAll(last.templates());
        }
        people.forEach((key, own) -> own.forEach(template -> {
            owners.add(key);
            templates.add(template);
        }));
        for (int from = 0; from < owners.size(); from += TemplateBlock.CAPACITY) {
            int to = Math.min(owners.size(), from + TemplateBlock.CAPACITY);
            changed.add(new TemplateBlock(owners.subList(from, to), templates.subList(from, to)));
        }
        return new ExactIndex(changed);
    }

    @Override
    public TemplateIndex without(String key) {
        return new ExactIndex(withoutAny(Map.of(key, List.of())));
    }

    /** Blocks that hold nothing of these people are shared; the others are made anew, so that nothing of them stays. */
    private List<TemplateBlock> withoutAny(Map<String, List<FaceTemplate>> people) {
        List<TemplateBlock> others = new ArrayList<>();
        for (TemplateBlock block : blocks) {
            TemplateBlock rest = block.without(people.keySet());
            if (rest.count() > 0) {
                others.add(rest);
            }
        }
        return others;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Nearest nearest(FaceTemplate probe, @Nullable String except) {
        float[] values = probe.values();
        float[] sums = new float[TemplateBlock.CAPACITY];
        Nearest nearest = Nearest.nobody();
        for (TemplateBlock block : blocks) {
            block.squaredDistances(values, sums);
            double interesting = nearest.second() * nearest.second();
            for (int i = 0; i < block.count(); i++) {
                if (sums[i] < interesting && !block.owners().get(i).equals(except)) {
                    nearest = nearest.with(block.owners().get(i), Math.sqrt(sums[i]));
                    interesting = nearest.second() * nearest.second();
                }
            }
        }
        return nearest;
    }
}
