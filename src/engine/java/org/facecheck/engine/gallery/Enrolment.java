package org.facecheck.engine.gallery;

/**
 * What came of enrolling a person. Only after {@link Enrolled} has anything changed.
 *
 * <pre>{@code
 * if (gallery.enrol(person) instanceof Enrolment.AlreadyEnrolled twin) {
 *     tellTheOperator(twin.otherKey());
 * }
 * }</pre>
 *
 * <p>Distances are those of {@link SearchResult}. No component is {@code null}. Immutable and thread-safe.
 */
public sealed interface Enrolment {

    /**
     * The person is in the gallery.
     *
     * @param searchable whether the gallery can still be searched; if not, only claimed persons are verified
     */
    record Enrolled(boolean searchable) implements Enrolment {}

    /**
     * The person is not in the gallery: the face is that of somebody who is, as near as a search can tell.
     *
     * @param otherKey whose; not for logs
     * @param distance between the nearest templates
     */
    record AlreadyEnrolled(String otherKey, double distance) implements Enrolment {
        @Override
        public String toString() {
            return "AlreadyEnrolled[distance=%.2f]".formatted(distance);
        }
    }

    /**
     * The person is not in the gallery: the portraits do not show one person.
     *
     * @param distance between the two that differ most
     */
    record DifferentPeople(double distance) implements Enrolment {}

    /**
     * Nothing has changed: somebody else's face is on file under this key, and who enrols themselves can't replace it.
     *
     * @param distance between what is on file and the portrait that differs most from it
     */
    record AnotherFace(double distance) implements Enrolment {}

    /** The person is not in the gallery: no portrait can be used. */
    record NoUsablePortrait() implements Enrolment {}
}
