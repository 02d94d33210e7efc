package org.facecheck.engine.gallery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.facecheck.engine.face.FaceTemplate;
import org.jspecify.annotations.Nullable;

/**
 * All templates of a gallery at one moment, to be compared one by one: exact, since a near one that an approximate index misses
 * would be a person refused, or a duplicate enrolled. Immutable and thread-safe.
 */
final class TemplateIndex {
    private final List<EnrolledPerson> owners;
    private final List<FaceTemplate> templates;
    private final List<TemplateBlock> blocks;

    /** An index without anybody. */
    TemplateIndex() {
        this(List.of(), List.of(), List.of());
    }

    private TemplateIndex(List<EnrolledPerson> owners, List<FaceTemplate> templates, List<TemplateBlock> blocks) {
        this.owners = owners;
        this.templates = templates;
        this.blocks = blocks;
    }

    /** An index with these people besides. Blocks that are full are shared, so that one more person costs little. */
    TemplateIndex with(Collection<EnrolledPerson> people) {
        List<EnrolledPerson> allOwners = new ArrayList<>(owners);
        List<FaceTemplate> all = new ArrayList<>(templates);
        for (EnrolledPerson person : people) {
            for (FaceTemplate template : person.templates()) {
                allOwners.add(person);
                all.add(template);
            }
        }
        int full = templates.size() / TemplateBlock.CAPACITY;
        List<TemplateBlock> allBlocks = new ArrayList<>(blocks.subList(0, full));
        for (int from = full * TemplateBlock.CAPACITY; from < all.size(); from += TemplateBlock.CAPACITY) {
            int to = Math.min(all.size(), from + TemplateBlock.CAPACITY);
            allBlocks.add(new TemplateBlock(all.subList(from, to)));
        }
        return new TemplateIndex(allOwners, all, allBlocks);
    }

    /** How many templates there are. */
    int size() {
        return owners.size();
    }

    /**
     * The nearest person, and how far the nearest template of anybody else is.
     *
     * @param person {@code null} if nobody is enrolled
     * @param distance to the nearest template of this person
     * @param second to the nearest of another person; infinite if there is none
     */
    record Nearest(@Nullable EnrolledPerson person, double distance, double second) {

        Nearest with(EnrolledPerson owner, double other) {
            if (person != null && owner.key().equals(person.key())) {
                return other < distance ? new Nearest(person, other, second) : this;
            }
            if (other < distance) {
                return new Nearest(owner, other, distance);
            }
            return other < second ? new Nearest(person, distance, other) : this;
        }
    }

    /** Compares with all. */
    Nearest nearest(FaceTemplate probe) {
        float[] values = probe.values();
        float[] sums = new float[TemplateBlock.CAPACITY];
        Nearest nearest = new Nearest(null, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        int at = 0;
        for (TemplateBlock block : blocks) {
            block.squaredDistances(values, sums);
            double interesting = nearest.second() * nearest.second();
            for (int i = 0; i < block.count(); i++) {
                if (sums[i] < interesting) {
                    nearest = nearest.with(owners.get(at + i), Math.sqrt(sums[i]));
                    interesting = nearest.second() * nearest.second();
                }
            }
            at += block.count();
        }
        return nearest;
    }
}
