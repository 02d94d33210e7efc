package org.facecheck.engine.gallery;

/**
 * What came of comparing a template with those on file. Only a {@link Match} is a person; whoever has another result is not
 * verified.
 *
 * <pre>{@code
 * switch (gallery.search(template)) { // Java 21; before it, instanceof
 *     case SearchResult.Match match -> welcome(match.person());
 *     default -> refuse();
 * }
 * }</pre>
 *
 * <p>Distances are Euclidean, between two templates of 128 numbers each: 0 is the same picture, some 0.3 the same person, some 0.8
 * two people. No component is {@code null}. Immutable and thread-safe; a result holds personal data, and should live no longer
 * than the request.
 */
public sealed interface SearchResult {

    /**
     * One person is near enough, and nobody else.
     *
     * @param person who
     * @param distance to the nearest template
     */
    record Match(EnrolledPerson person, double distance) implements SearchResult {}

    /** Nobody is near enough; or the claimed person is not, or not enrolled. */
    record NoMatch() implements SearchResult {}

    /**
     * Two people are near enough: which of them it is can't be told, so it is nobody.
     *
     * @param nearest distance to the one
     * @param second distance to the other
     */
    record Ambiguous(double nearest, double second) implements SearchResult {}

    /**
     * No search was made, since a stranger would match somebody too often.
     *
     * @param templates how many there are
     * @param capacity how many there may be
     */
    record TooLarge(int templates, int capacity) implements SearchResult {}
}
