package org.facecheck.engine.gallery;

import java.util.List;
import org.facecheck.KycRecord;
import org.facecheck.engine.face.FaceTemplate;

/**
 * A person whose face is on file: templates and record, no picture. A {@link org.facecheck.engine.PersonEnroller} makes one of
 * portraits; a {@link GalleryStore} brings those back that it keeps. Immutable and thread-safe. It lives for as long as the person
 * is enrolled, and its text form shows no key, name or template.
 *
 * <pre>{@code
 * new EnrolledPerson("agross", record, List.of(template), new Consent("HR-2026/0815", LocalDate.of(2027, 12, 31)));
 * }</pre>
 *
 * @param key by which the application knows the person, such as a login name; never empty
 * @param record what a match says of the person
 * @param templates one for each portrait that could be used, at least one
 * @param consent on what ground they are kept
 */
public record EnrolledPerson(String key, KycRecord record, List<FaceTemplate> templates, Consent consent) {

    /**
     * Copies the templates.
     *
     * @throws IllegalArgumentException if the key is empty or there is no template
     */
    public EnrolledPerson {
        templates = List.copyOf(templates);
        if (KeyForm.of(key).isEmpty() || templates.isEmpty()) {
            throw new IllegalArgumentException("an enrolled person has a key and at least one template");
        }
    }

    /** Of whom nothing is said about consent. */
    public EnrolledPerson(String key, KycRecord record, List<FaceTemplate> templates) {
        this(key, record, templates, Consent.unstated());
    }

    /** To the nearest of the person's templates. */
    double distance(FaceTemplate other) {
        return templates.stream().mapToDouble(other::distance).min().orElseThrow();
    }

    /** Between the two of the person's own templates that differ most; zero if there is one only. */
    double spread() {
        return templates.stream()
                .flatMapToDouble(one -> templates.stream().mapToDouble(one::distance))
                .max()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return "EnrolledPerson[" + templates.size() + " templates]";
    }
}
