package org.facecheck.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.facecheck.AcceptancePolicy;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatcher;
import org.facecheck.IdentityBinding;
import org.facecheck.KycIdentity;
import org.facecheck.KycRecord;
import org.facecheck.Selfie;

/** An application that answers all three questions itself. */
public final class OwnParts {
    private OwnParts() {}

    /** Whose face it is depends on the picture's height. */
    @ApplicationScoped
    public static class Matcher implements FaceMatcher {
        @Override
        public CompletionStage<FaceMatch> match(Selfie selfie) {
            String id = "height-" + selfie.height();
            KycRecord record = new KycRecord(
                    id, "face", "LIKED", null, null, null, LocalDate.MAX, Map.of("fullName", "Own " + id));
            return CompletableFuture.supplyAsync(() -> new FaceMatch.Matched(List.of(record)));
        }
    }

    /** Accepts what the default would not. */
    @ApplicationScoped
    public static class Policy implements AcceptancePolicy {
        @Override
        public Optional<String> objection(KycRecord record) {
            return "LIKED".equals(record.status()) ? Optional.empty() : Optional.of("not liked");
        }
    }

    /** Has something of its own for each request, as beans often do. */
    @RequestScoped
    public static class Guest {
        public boolean mayBe(String recordId) {
            return recordId.equals("height-480");
        }
    }

    /** Binds by what only the request's scope knows. */
    @ApplicationScoped
    public static class Binding implements IdentityBinding {
        @Inject
        private Guest guest;

        @Override
        public boolean binds(List<KycRecord> records, KycIdentity earlier, HttpServletRequest request) {
            return guest.mayBe(records.get(0).recordId());
        }
    }
}
