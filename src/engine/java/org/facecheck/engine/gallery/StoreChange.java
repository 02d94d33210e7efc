package org.facecheck.engine.gallery;

import java.util.List;
import java.util.function.Predicate;

/**
 * What another process has changed in a store. A {@link Gallery} that is open takes it over by itself; only a {@link GalleryStore}
 * of your own makes changes, in {@link GalleryStore#watch}. No component is {@code null}. The text forms name nobody.
 *
 * <pre>{@code
 * changes.accept(new StoreChange.Deleted(key -> key.equals("agross")));
 * }</pre>
 */
public sealed interface StoreChange {

    /**
     * Any of it may have changed: all who are kept now.
     *
     * @param people as {@link GalleryStore#load} gives them
     */
    record Everything(List<EnrolledPerson> people) implements StoreChange {
        @Override
        public String toString() {
            return "Everything[" + people.size() + " people]";
        }
    }

    /**
     * A person was enrolled, or enrolled again.
     *
     * @param person as the store has them now
     */
    record Written(EnrolledPerson person) implements StoreChange {}

    /**
     * A person was deleted.
     *
     * @param isKey whether a key is that person's: a store may know a pseudonym only
     */
    record Deleted(Predicate<String> isKey) implements StoreChange {
        @Override
        public String toString() {
            return "Deleted";
        }
    }
}
