package org.facecheck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.facecheck.engine.picture.Photographs.BLOND;
import static org.facecheck.engine.picture.Photographs.GREEN;
import static org.facecheck.engine.picture.Photographs.LAUGHING;
import static org.facecheck.engine.picture.Photographs.NOBODY;
import static org.facecheck.engine.picture.Photographs.SMILING;
import static org.facecheck.engine.picture.Photographs.TWO;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Hint;
import org.facecheck.KycRecord;
import org.facecheck.Selfie;
import org.facecheck.engine.LivenessCheck.Liveness;
import org.facecheck.engine.face.FaceTemplate;
import org.facecheck.engine.gallery.EnrolledPerson;
import org.facecheck.engine.gallery.Enrolment;
import org.facecheck.engine.gallery.FalseAcceptRates;
import org.facecheck.engine.gallery.Gallery;
import org.facecheck.engine.gallery.MatchPolicy;
import org.facecheck.engine.picture.Photographs;
import org.facecheck.engine.picture.Photographs.Cut;
import org.facecheck.engine.quality.FaceReading;
import org.facecheck.engine.quality.QualityLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a selfie to an answer, with real faces: the same woman at two parties, and others. */
class EngineFaceMatcherTest {
    private final List<EngineEvent> events = new CopyOnWriteArrayList<>();
    private final List<EngineFaceMatcher> made = new ArrayList<>();

    @AfterEach
    void close() {
        made.forEach(EngineFaceMatcher::close);
    }

    private static KycRecord record(String id) {
        return new KycRecord(id, null, "ACCEPTED", null, true, "accept", null, Map.of("fullName", id));
    }

    private static EnrolmentReport enrol(Gallery gallery, String key, Cut... portraits) {
        List<byte[]> files = new ArrayList<>();
        for (Cut portrait : portraits) {
            files.add(Photographs.png(Photographs.image(portrait)));
        }
        return new PersonEnroller(Engines.engine(), gallery).enrol(new Person(key, record(key), files));
    }

    private EngineFaceMatcher matcher(Gallery gallery) {
        EngineFaceMatcher matcher =
                new EngineFaceMatcher(Engines.engine(), gallery, QualityLimits.forSelfies(), events::add);
        made.add(matcher);
        return matcher;
    }

    private static Selfie selfie(Cut cut) {
        return Photographs.selfie(Photographs.image(cut));
    }

    private static FaceMatch search(EngineFaceMatcher matcher, Cut cut) {
        return matcher.match(selfie(cut)).toCompletableFuture().join();
    }

    @Test
    void a_person_is_found_by_another_picture_and_a_stranger_is_not() {
        Gallery gallery = new Gallery(MatchPolicy.standard());
        assertThat(enrol(gallery, "party", SMILING).isEnrolled()).isTrue();
        assertThat(enrol(gallery, "blond", BLOND).isEnrolled()).isTrue();
        EngineFaceMatcher matcher = matcher(gallery);

        assertThat(search(matcher, LAUGHING)).isEqualTo(new FaceMatch.Matched(List.of(record("party"))));
        assertThat(search(matcher, GREEN)).isInstanceOf(FaceMatch.NotMatched.class);
        assertThat(events).isEmpty();
    }

    @Test
    void who_claims_to_be_somebody_else_is_not_matched() {
        Gallery gallery = new Gallery(MatchPolicy.standard());
        enrol(gallery, "party", SMILING);
        enrol(gallery, "blond", BLOND);
        EngineFaceMatcher matcher = matcher(gallery);
        Selfie selfie = selfie(LAUGHING);

        assertThat(matcher.match(selfie, "party").toCompletableFuture().join()).isInstanceOf(FaceMatch.Matched.class);
        assertThat(matcher.match(selfie, "blond").toCompletableFuture().join())
                .isInstanceOf(FaceMatch.NotMatched.class);
        assertThat(matcher.match(selfie, "unknown").toCompletableFuture().join())
                .isInstanceOf(FaceMatch.NotMatched.class);
    }

    private FaceMatch searchAskedBy(LivenessCheck liveness, Cut cut) {
        Gallery gallery = new Gallery(MatchPolicy.standard());
        enrol(gallery, "party", SMILING);
        EngineFaceMatcher matcher =
                new EngineFaceMatcher(Engines.engine(), gallery, QualityLimits.forSelfies(), events::add, liveness);
        made.add(matcher);
        return search(matcher, cut);
    }

    @Test
    void a_match_that_is_not_alive_is_none_and_only_a_match_is_looked_at() {
        List<Selfie> seen = new CopyOnWriteArrayList<>();

        FaceMatch match = searchAskedBy(
                selfie -> {
                    seen.add(selfie);
                    return new Liveness(false, 0.12, "texture");
                },
                LAUGHING);

        assertThat(match).isEqualTo(new FaceMatch.NotMatched());
        assertThat(seen).hasSize(1);
        assertThat(events).containsExactly(new EngineEvent.NotLive(0.12, "texture"));
        assertThat(searchAskedBy(selfie -> new Liveness(true, 0.9, "texture"), LAUGHING))
                .isInstanceOf(FaceMatch.Matched.class);
        assertThat(searchAskedBy(
                        selfie -> {
                            throw new AssertionError("asked about a stranger");
                        },
                        GREEN))
                .isEqualTo(new FaceMatch.NotMatched());
    }

    @Test
    void by_a_liveness_check_that_breaks_nobody_passes() {
        assertThatThrownBy(() -> searchAskedBy(
                        selfie -> {
                            throw new IllegalStateException("model is gone");
                        },
                        LAUGHING))
                .isInstanceOf(CompletionException.class);
    }

    @Test
    void a_picture_without_a_face_that_can_be_used_has_to_be_taken_anew() {
        EngineFaceMatcher matcher = matcher(new Gallery(MatchPolicy.standard()));

        assertThat(search(matcher, NOBODY)).isEqualTo(new FaceMatch.Retake(Hint.NO_FACE));
        assertThat(search(matcher, TWO)).isEqualTo(new FaceMatch.Retake(Hint.TWO_FACES));
        Selfie broken = new Selfie(new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2}, Selfie.Format.JPEG, 300, 300);
        assertThat(matcher.match(broken).toCompletableFuture().join()).isEqualTo(new FaceMatch.Retake(Hint.TRY_AGAIN));
    }

    /** A twin, made up: as near to the selfie as the person is, and far enough from the person to be enrolled. */
    @Test
    void a_face_that_is_near_two_people_matches_neither_and_the_operator_hears_of_it() throws Exception {
        Gallery gallery = new Gallery(new MatchPolicy(0.5, 0.5, 0.01, FalseAcceptRates.published()));
        enrol(gallery, "party", SMILING);
        FaceReading reading = Engines.engine().read(selfie(LAUGHING), QualityLimits.forSelfies());
        float[] numbers =
                Engines.engine().template(((FaceReading.Usable) reading).face()).values();
        numbers[7] += 0.4f;
        EnrolledPerson twin = new EnrolledPerson("twin", record("twin"), List.of(new FaceTemplate(numbers)));
        assertThat(gallery.enrol(twin)).isInstanceOf(Enrolment.Enrolled.class);

        FaceMatch match = search(matcher(gallery), LAUGHING);

        assertThat(match).isInstanceOf(FaceMatch.NotMatched.class);
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        EngineEvent.AmbiguousMatch.class,
                        event -> assertThat(event.text())
                                .contains("near two people", "matched neither")
                                .doesNotContain("party", "twin"));
    }

    @Test
    void a_gallery_that_is_too_large_says_so_at_start_and_is_not_searched() {
        Gallery gallery = new Gallery(new MatchPolicy(0.5, 0.5, 0.001, FalseAcceptRates.published()));
        enrol(gallery, "party", SMILING);
        List<EngineEvent> atEnrolment = new ArrayList<>();
        new PersonEnroller(Engines.engine(), gallery, QualityLimits.forPortraits(), atEnrolment::add)
                .enrol(new Person("blond", record("blond"), List.of(Photographs.png(Photographs.image(BLOND)))));

        EngineFaceMatcher matcher = matcher(gallery);

        assertThat(atEnrolment).containsExactly(new EngineEvent.GalleryOutgrown(2, 1));
        assertThat(events).containsExactly(new EngineEvent.GalleryOutgrown(2, 1));
        assertThat(search(matcher, LAUGHING))
                .isEqualTo(new FaceMatch.Trouble(Cause.OPERATOR, "engine: the gallery is too large to be searched"));
        assertThat(events).contains(new EngineEvent.SearchRefused(2, 1));
        assertThat(matcher.match(selfie(LAUGHING), "party")
                        .toCompletableFuture()
                        .join())
                .isInstanceOf(FaceMatch.Matched.class);
    }

    @Test
    void a_portrait_that_cannot_be_used_is_named_with_its_reason() {
        Gallery gallery = new Gallery(MatchPolicy.standard());

        EnrolmentReport one = enrol(gallery, "party", TWO, SMILING);
        EnrolmentReport none = enrol(gallery, "blond", NOBODY);

        assertThat(one.isEnrolled()).isTrue();
        assertThat(one.problems()).containsExactly(new EnrolmentReport.PortraitProblem(0, "TWO_FACES"));
        assertThat(none.outcome()).isInstanceOf(Enrolment.NoUsablePortrait.class);
        assertThat(gallery.people()).isEqualTo(1);
    }

    @Test
    void a_matcher_that_is_closed_takes_no_more_checks() {
        EngineFaceMatcher matcher = matcher(new Gallery(MatchPolicy.standard()));

        matcher.close();

        assertThat(search(matcher, NOBODY))
                .isInstanceOfSatisfying(
                        FaceMatch.Trouble.class,
                        trouble -> assertThat(trouble.cause()).isEqualTo(Cause.OVERLOADED));
    }
}
