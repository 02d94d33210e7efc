package org.facecheck.engine.journey;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatcher;
import org.facecheck.KycRecord;
import org.facecheck.Selfie;
import org.facecheck.engine.EngineFaceMatcher;
import org.facecheck.engine.Engines;
import org.facecheck.engine.Person;
import org.facecheck.engine.PersonEnroller;
import org.facecheck.engine.gallery.Gallery;
import org.facecheck.engine.gallery.MatchPolicy;
import org.facecheck.engine.picture.Photographs;

/** What an application writes: its people, and a matcher for them. */
@ApplicationScoped
public class OwnFaces implements FaceMatcher {
    private EngineFaceMatcher matcher;

    @PostConstruct
    void enrol() {
        Gallery gallery = new Gallery(MatchPolicy.standard());
        KycRecord record = new KycRecord(
                "r1",
                "f1",
                "ACCEPTED",
                null,
                true,
                "accept",
                LocalDate.of(2099, 1, 1),
                Map.of("fullName", "PARTY GUEST"));
        byte[] portrait = Photographs.png(Photographs.image(Photographs.SMILING));
        new PersonEnroller(Engines.engine(), gallery).enrol(new Person("guest", record, List.of(portrait)));
        matcher = new EngineFaceMatcher(Engines.engine(), gallery);
    }

    @Override
    public CompletionStage<FaceMatch> match(Selfie selfie) {
        return matcher.match(selfie);
    }

    @PreDestroy
    void close() {
        matcher.close();
    }
}
