package org.facecheck.testkit.sandbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Everybody the sandbox knows: three made-up people from the start, and those who were enrolled since. In memory only.
 * Thread-safe.
 */
public final class People {

    public static final int MAX = 100;

    private final Clock clock;
    private final List<Person> madeUp;
    private final List<Person> enrolled = new ArrayList<>();

    People(Clock clock) {
        this.clock = clock;
        this.madeUp = MadeUp.people(clock);
    }

    public synchronized List<Person> all() {
        List<Person> all = new ArrayList<>(madeUp);
        all.addAll(enrolled);
        return List.copyOf(all);
    }

    public Optional<Person> withId(String id) {
        return all().stream().filter(person -> person.id().equals(id)).findFirst();
    }

    /** The new person, empty if there are too many already. */
    public synchronized Optional<Person> enrol(Document document, Photo photo) {
        if (madeUp.size() + enrolled.size() >= MAX) {
            return Optional.empty();
        }
        Person person = new Person(UUID.randomUUID().toString(), document, photo, clock.instant());
        enrolled.add(person);
        return Optional.of(person);
    }

    /** Leaves the three who are made up. */
    public synchronized void forgetEnrolled() {
        enrolled.clear();
    }

    /** Everybody, those first whose picture is most like this one. */
    List<Candidate> candidates(Impression seen) {
        return all().stream()
                .map(person ->
                        new Candidate(person, seen.likeness(person.photo().impression())))
                .sorted(Comparator.comparingDouble(
                                (Candidate candidate) -> candidate.likeness().colours())
                        .reversed())
                .toList();
    }

    /** Who else has the same picture on file: a check with it names them all. */
    public List<Person> othersWithPictureOf(Person person) {
        return candidates(person.photo().impression()).stream()
                .filter(candidate -> candidate.likeness().isSamePicture())
                .map(Candidate::person)
                .filter(other -> !other.id().equals(person.id()))
                .toList();
    }

    /** Who it may be. */
    record Candidate(Person person, Likeness likeness) {}
}
