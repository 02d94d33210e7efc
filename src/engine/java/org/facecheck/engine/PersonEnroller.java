package org.facecheck.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.facecheck.engine.EnrolmentReport.PortraitProblem;
import org.facecheck.engine.face.AlignedFace;
import org.facecheck.engine.face.FaceTemplate;
import org.facecheck.engine.gallery.EnrolledPerson;
import org.facecheck.engine.gallery.Enrolment;
import org.facecheck.engine.gallery.Gallery;
import org.facecheck.engine.gallery.GalleryStoreException;
import org.facecheck.engine.picture.UnreadablePictureException;
import org.facecheck.engine.quality.FaceReading;
import org.facecheck.engine.quality.FaceReading.Unusable;
import org.facecheck.engine.quality.FaceReading.Usable;
import org.facecheck.engine.quality.QualityLimits;

/**
 * Makes templates of people's portraits and puts them into a gallery. Each portrait takes as long as a check; an application with
 * many people enrols them in a thread of its own. Thread-safe; it computes in the calling thread, has nothing to close, and lives as long
 * as its gallery. No argument may be {@code null}.
 *
 * <pre>{@code
 * PersonEnroller enroller = new PersonEnroller(engine, gallery);
 * boolean enrolled = enroller.enrol(new Person("agross", record, List.of(portrait))).isEnrolled();
 * }</pre>
 */
public final class PersonEnroller {
    private final FaceEngine engine;
    private final Gallery gallery;
    private final QualityLimits limits;
    private final Consumer<EngineEvent> events;

    /** An enroller with the usual limits for portraits, which logs its events. */
    public PersonEnroller(FaceEngine engine, Gallery gallery) {
        this(engine, gallery, QualityLimits.forPortraits(), EngineEvent::log);
    }

    /**
     * An enroller.
     *
     * @param limits what a portrait must have
     * @param events hears when the gallery has become too large to be searched
     */
    public PersonEnroller(FaceEngine engine, Gallery gallery, QualityLimits limits, Consumer<EngineEvent> events) {
        this.engine = engine;
        this.gallery = gallery;
        this.limits = limits;
        this.events = events;
    }

    /**
     * Enrols a person, instead of the one with the same key if there is one.
     *
     * @return what came of it; the person is enrolled only if it says so
     * @throws GalleryStoreException if the gallery's store does not keep the person, who then is not enrolled
     */
    public EnrolmentReport enrol(Person person) {
        return enrol(person, (reading, portrait) -> {});
    }

    /**
     * Enrols a person, and shows what was seen.
     *
     * @param seen gets what was read of each portrait that could be decoded, and the portrait's place; called in this thread. A cut-out
     *     of a face is a picture of a person: it belongs on the operator's screen, if anywhere, and into no file of your own
     * @return as the other one
     * @throws GalleryStoreException as the other one
     */
    public EnrolmentReport enrol(Person person, ObjIntConsumer<FaceReading> seen) {
        return enrol(person, seen, gallery::enrol);
    }

    /**
     * Enrols a person who enrols themselves: under a key that is taken, only with the face that is on file, and what is on record of the
     * person stays.
     *
     * @param seen as above
     * @return as the other one, or with the outcome {@link Enrolment.AnotherFace}
     * @throws GalleryStoreException as the other one
     */
    public EnrolmentReport enrolOrRenew(Person person, ObjIntConsumer<FaceReading> seen) {
        return enrol(person, seen, gallery::enrolOrRenew);
    }

    private EnrolmentReport enrol(
            Person person,
            ObjIntConsumer<FaceReading> seen,
            BiFunction<EnrolledPerson, List<AlignedFace>, Enrolment> into) {
        List<FaceTemplate> templates = new ArrayList<>();
        List<AlignedFace> faces = new ArrayList<>();
        List<PortraitProblem> problems = new ArrayList<>();
        for (int i = 0; i < person.portraits().size(); i++) {
            try {
                FaceReading reading = engine.read(person.portraits().get(i), limits);
                seen.accept(reading, i);
                if (reading instanceof Usable usable) {
                    templates.add(engine.template(usable.face()));
                    faces.add(usable.face());
                } else if (reading instanceof Unusable unusable) {
                    problems.add(new PortraitProblem(i, unusable.hint().name()));
                }
            } catch (UnreadablePictureException unreadable) {
                problems.add(new PortraitProblem(i, String.valueOf(unreadable.getMessage())));
            }
        }
        if (templates.isEmpty()) {
            return new EnrolmentReport(new Enrolment.NoUsablePortrait(), problems);
        }
        Enrolment outcome =
                into.apply(new EnrolledPerson(person.key(), person.record(), templates, person.consent()), faces);
        if (outcome instanceof Enrolment.Enrolled enrolled && !enrolled.searchable()) {
            events.accept(new EngineEvent.GalleryOutgrown(
                    gallery.templates(), gallery.policy().searchCapacity()));
        }
        return new EnrolmentReport(outcome, problems);
    }
}
