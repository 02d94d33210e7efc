package org.facecheck.engine.gallery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facecheck.engine.face.FaceTemplate;

/**
 * The people on file, in memory only: what is enrolled is gone when the application ends, and an application that keeps its
 * people's portraits enrols them again when it starts.
 *
 * <pre>{@code
 * Gallery gallery = new Gallery(MatchPolicy.standard());
 * gallery.enrol(new EnrolledPerson("agross", record, templates));
 * SearchResult result = gallery.verify("agross", template);
 * }</pre>
 *
 * <p>Thread-safe: who searches sees the gallery as it was at one moment, and enrolments go one after the other.
 */
public final class Gallery {
    /**
     * Two portraits of one person are hardly ever further apart (0.4 % on studio pictures), and those of two people mostly are.
     */
    private static final double MAX_SPREAD = 0.6;

    private final MatchPolicy policy;
    private volatile Snapshot current = new Snapshot(Map.of(), new TemplateIndex());

    /** An empty gallery. */
    public Gallery(MatchPolicy policy) {
        this.policy = policy;
    }

    private record Snapshot(Map<String, EnrolledPerson> people, TemplateIndex index) {

        Snapshot with(EnrolledPerson person) {
            Map<String, EnrolledPerson> all = new LinkedHashMap<>(people);
            all.put(person.key(), person);
            return new Snapshot(all, index.with(List.of(person)));
        }

        Snapshot without(String key) {
            if (!people.containsKey(key)) {
                return this;
            }
            Map<String, EnrolledPerson> others = new LinkedHashMap<>(people);
            others.remove(key);
            return new Snapshot(others, new TemplateIndex().with(others.values()));
        }
    }

    /** How near is near enough. */
    public MatchPolicy policy() {
        return policy;
    }

    /** How many people are enrolled. */
    public int people() {
        return current.people().size();
    }

    /** How many templates they have. */
    public int templates() {
        return current.index().size();
    }

    /** Whether a search among all is made; if not, only claimed persons are verified. */
    public boolean isSearchable() {
        return templates() <= policy.searchCapacity();
    }

    /**
     * Enrols a person, instead of the one with the same key if there is one. Each call takes time in proportion to the gallery.
     *
     * @return whether the person is in the gallery now
     */
    public synchronized Enrolment enrol(EnrolledPerson person) {
        double spread = person.spread();
        if (spread > MAX_SPREAD) {
            return new Enrolment.DifferentPeople(spread);
        }
        Snapshot others = current.without(person.key());
        for (FaceTemplate template : person.templates()) {
            TemplateIndex.Nearest nearest = others.index().nearest(template);
            EnrolledPerson other = nearest.person();
            if (other != null && nearest.distance() <= policy.search()) {
                return new Enrolment.AlreadyEnrolled(other.key(), nearest.distance());
            }
        }
        current = others.with(person);
        return new Enrolment.Enrolled(isSearchable());
    }

    /**
     * Takes a person out, at once for all searches that begin later.
     *
     * @return whether there was one
     */
    public synchronized boolean remove(String key) {
        boolean enrolled = current.people().containsKey(key);
        current = current.without(key);
        return enrolled;
    }

    /** Compares with everybody, if the gallery is small enough for that. */
    public SearchResult search(FaceTemplate probe) {
        TemplateIndex index = current.index();
        if (index.size() > policy.searchCapacity()) {
            return new SearchResult.TooLarge(index.size(), policy.searchCapacity());
        }
        TemplateIndex.Nearest nearest = index.nearest(probe);
        EnrolledPerson person = nearest.person();
        if (person == null || nearest.distance() > policy.search()) {
            return new SearchResult.NoMatch();
        }
        return nearest.second() <= policy.search()
                ? new SearchResult.Ambiguous(nearest.distance(), nearest.second())
                : new SearchResult.Match(person, nearest.distance());
    }

    /** Compares with one person, whom somebody claims to be. A gallery of any size bears that. */
    public SearchResult verify(String claimedKey, FaceTemplate probe) {
        EnrolledPerson person = current.people().get(claimedKey);
        if (person == null) {
            return new SearchResult.NoMatch();
        }
        double distance = person.distance(probe);
        return distance <= policy.verification()
                ? new SearchResult.Match(person, distance)
                : new SearchResult.NoMatch();
    }
}
