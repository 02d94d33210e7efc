package org.facecheck.engine.gallery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facecheck.engine.face.FaceTemplate;
import org.facecheck.engine.index.Nearest;
import org.facecheck.engine.index.TemplateIndex;
import org.jspecify.annotations.Nullable;

/**
 * The people of a gallery at one moment, and their templates. Immutable: who searches in it sees nothing change.
 *
 * @param people by the {@link KeyForm} of their keys
 * @param index of their templates, by the same
 */
record GallerySnapshot(Map<String, EnrolledPerson> people, TemplateIndex index) {

    /** @param empty without anybody */
    static GallerySnapshot of(List<EnrolledPerson> people, TemplateIndex empty) {
        Map<String, EnrolledPerson> all = new LinkedHashMap<>();
        people.forEach(person -> all.put(KeyForm.of(person.key()), person));
        Map<String, List<FaceTemplate>> templates = new LinkedHashMap<>();
        all.forEach((key, person) -> templates.put(key, person.templates()));
        return new GallerySnapshot(all, empty.with(templates));
    }

    @Nullable
    EnrolledPerson owner(Nearest nearest) {
        return nearest.key() == null ? null : people.get(nearest.key());
    }

    GallerySnapshot with(EnrolledPerson person) {
        String key = KeyForm.of(person.key());
        Map<String, EnrolledPerson> all = new LinkedHashMap<>(people);
        all.put(key, person);
        return new GallerySnapshot(all, index.with(Map.of(key, person.templates())));
    }

    GallerySnapshot without(String key) {
        String known = KeyForm.of(key);
        if (!people.containsKey(known)) {
            return this;
        }
        Map<String, EnrolledPerson> others = new LinkedHashMap<>(people);
        others.remove(known);
        return new GallerySnapshot(others, index.without(known));
    }
}
