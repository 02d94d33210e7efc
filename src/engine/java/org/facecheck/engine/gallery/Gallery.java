package org.facecheck.engine.gallery;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.facecheck.engine.face.AlignedFace;
import org.facecheck.engine.face.FaceTemplate;
import org.facecheck.engine.index.ExactIndex;
import org.facecheck.engine.index.Nearest;
import org.facecheck.engine.index.TemplateIndex;

/**
 * The people on file. They are compared in memory. Without a {@link GalleryStore}, what is enrolled is gone when the application
 * ends, and an application that keeps its people's portraits enrols them again when it starts.
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
    private final GalleryStore store;
    private final Supplier<TemplateIndex> indexes;
    private volatile GallerySnapshot current;

    /** An empty gallery, in memory only. */
    public Gallery(MatchPolicy policy) {
        this(policy, GalleryStore.none());
    }

    /**
     * A gallery of the people whom a store keeps.
     *
     * @throws GalleryStoreException if it can't be read
     */
    public Gallery(MatchPolicy policy, GalleryStore store) {
        this(policy, store, ExactIndex::new);
    }

    /**
     * A gallery that is searched by another index.
     *
     * @param indexes gives an empty one; {@code HnswIndex::new} for galleries of hundreds of thousands
     * @throws GalleryStoreException if the store can't be read
     */
    public Gallery(MatchPolicy policy, GalleryStore store, Supplier<TemplateIndex> indexes) {
        this.policy = policy;
        this.store = store;
        this.indexes = indexes;
        this.current = GallerySnapshot.of(store.load(), indexes.get());
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
     * Enrols a person, instead of the one with the same key (in its {@link KeyForm}) if there is one. Each call takes time in
     * proportion to the gallery.
     *
     * @return whether the person is in the gallery now
     * @throws GalleryStoreException if the store does not keep the person; then, nothing has changed
     */
    public Enrolment enrol(EnrolledPerson person) {
        return enrol(person, List.of());
    }

    /**
     * Enrols a person, as above.
     *
     * @param faces one for each template, in their order, for a store that keeps pictures of them; the gallery keeps none
     * @return as above
     * @throws GalleryStoreException as above
     */
    public synchronized Enrolment enrol(EnrolledPerson person, List<AlignedFace> faces) {
        double spread = person.spread();
        if (spread > MAX_SPREAD) {
            return new Enrolment.DifferentPeople(spread);
        }
        for (FaceTemplate template : person.templates()) {
            Nearest nearest = current.index().nearest(template, KeyForm.of(person.key()));
            EnrolledPerson other = current.owner(nearest);
            if (other != null && nearest.distance() <= policy.search()) {
                return new Enrolment.AlreadyEnrolled(other.key(), nearest.distance());
            }
        }
        store.save(person, faces); // first, so that nobody is recognised today and a stranger after the next start
        current = current.with(person);
        return new Enrolment.Enrolled(isSearchable());
    }

    /**
     * Enrols a person who enrols themselves. Under a key that is taken, only the face that is on file gets newer templates: else whoever finds
     * an unlocked screen could put their own face under its owner's name. What is on record of the person stays as it is.
     *
     * @param faces as above
     * @return as above, or {@link Enrolment.AnotherFace}
     * @throws GalleryStoreException as above
     */
    public synchronized Enrolment enrolOrRenew(EnrolledPerson person, List<AlignedFace> faces) {
        EnrolledPerson before = current.people().get(KeyForm.of(person.key()));
        if (before == null) {
            return enrol(person, faces);
        }
        double distance =
                person.templates().stream().mapToDouble(before::distance).max().orElseThrow();
        return distance > policy.verification()
                ? new Enrolment.AnotherFace(distance)
                : enrol(new EnrolledPerson(before.key(), before.record(), person.templates(), person.consent()), faces);
    }

    /**
     * Deletes a person, at once for all searches that begin later, and in the store.
     *
     * @return whether there was one
     * @throws GalleryStoreException if the store fails: the person matches no more, and the deletion has to be repeated, since the
     *     store may still have the person at the next start
     */
    public synchronized boolean remove(String key) {
        boolean inMemory = current.people().containsKey(KeyForm.of(key));
        current = current.without(key);
        return store.delete(key)
                || inMemory; // the store may have somebody who is not compared, such as of another model
    }

    /**
     * Deletes everybody whose time is over. Nothing does this by itself: an application calls it once a day.
     *
     * @return how many
     * @throws GalleryStoreException as {@link #remove}
     */
    public synchronized int removeExpired(LocalDate today) {
        List<String> over = current.people().values().stream()
                .filter(person -> person.consent().isOver(today))
                .map(EnrolledPerson::key)
                .toList();
        over.forEach(this::remove);
        return over.size();
    }

    /**
     * Takes over what another process has changed in the store: {@code store.watch(gallery::apply)}. Searches that begin later see it.
     */
    public synchronized void apply(StoreChange change) {
        if (change instanceof StoreChange.Everything everything) {
            current = GallerySnapshot.of(everything.people(), indexes.get());
        } else if (change instanceof StoreChange.Written written) {
            current = current.with(written.person());
        } else if (change instanceof StoreChange.Deleted deleted) {
            for (EnrolledPerson person : current.people().values()) {
                if (deleted.isKey().test(person.key())) {
                    current = current.without(person.key());
                    return;
                }
            }
        }
    }

    /** Who is enrolled under a key, empty for nobody. */
    public Optional<EnrolledPerson> person(String key) {
        return Optional.ofNullable(current.people().get(KeyForm.of(key)));
    }

    /** Compares with everybody, if the gallery is small enough for that. */
    public SearchResult search(FaceTemplate probe) {
        GallerySnapshot now = current;
        if (now.index().size() > policy.searchCapacity()) {
            return new SearchResult.TooLarge(now.index().size(), policy.searchCapacity());
        }
        Nearest nearest = now.index().nearest(probe, null);
        EnrolledPerson person = now.owner(nearest);
        if (person == null || nearest.distance() > policy.search()) {
            return new SearchResult.NoMatch();
        }
        return nearest.second() <= policy.search()
                ? new SearchResult.Ambiguous(nearest.distance(), nearest.second())
                : new SearchResult.Match(person, nearest.distance());
    }

    /** Compares with one person, whom somebody claims to be. A gallery of any size bears that. */
    public SearchResult verify(String claimedKey, FaceTemplate probe) {
        EnrolledPerson person = current.people().get(KeyForm.of(claimedKey));
        if (person == null) {
            return new SearchResult.NoMatch();
        }
        double distance = person.distance(probe);
        return distance <= policy.verification()
                ? new SearchResult.Match(person, distance)
                : new SearchResult.NoMatch();
    }
}
