package org.facecheck.engine.index;

import java.util.List;
import java.util.Map;
import org.facecheck.engine.face.FaceTemplate;
import org.jspecify.annotations.Nullable;

/**
 * Finds whose template is nearest. Each change gives a new index; the one before can still be asked by those who have it, but is to be
 * changed no more. Thread-safe in that way.
 *
 * <pre>{@code
 * TemplateIndex index = new ExactIndex().with(Map.of("agross", templates));
 * Nearest nearest = index.nearest(probe, null);
 * }</pre>
 */
public interface TemplateIndex {

    /** An index with these people besides, or instead of those with the same keys. */
    TemplateIndex with(Map<String, List<FaceTemplate>> people);

    /** An index without this person. */
    TemplateIndex without(String key);

    /** How many templates there are. */
    int size();

    /**
     * The nearest person.
     *
     * @param probe whose neighbours are looked for
     * @param except who does not count, {@code null} for nobody
     */
    Nearest nearest(FaceTemplate probe, @Nullable String except);
}
