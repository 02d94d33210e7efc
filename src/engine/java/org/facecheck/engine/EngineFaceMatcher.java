package org.facecheck.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Hint;
import org.facecheck.FaceMatcher;
import org.facecheck.Selfie;
import org.facecheck.engine.LivenessCheck.Liveness;
import org.facecheck.engine.face.FaceTemplate;
import org.facecheck.engine.gallery.Gallery;
import org.facecheck.engine.gallery.SearchResult;
import org.facecheck.engine.picture.UnreadablePictureException;
import org.facecheck.engine.quality.FaceReading;
import org.facecheck.engine.quality.FaceReading.Unusable;
import org.facecheck.engine.quality.FaceReading.Usable;
import org.facecheck.engine.quality.QualityLimits;
import org.jspecify.annotations.Nullable;

/**
 * Matches selfies with a gallery in the application's own process. Where somebody is logged in, say whom the person claims to be:
 * one comparison is made, and a gallery of any size bears that. Without, everybody is compared, which only a small gallery bears.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class OwnFaces implements FaceMatcher { // with facecheck.service.person-key=true
 *     private EngineFaceMatcher matcher; // made in @PostConstruct, closed in @PreDestroy
 *
 *     @Override
 *     public CompletionStage<FaceMatch> match(Selfie selfie) {
 *         return matcher.match(selfie);
 *     }
 *
 *     @Override
 *     public CompletionStage<FaceMatch> match(Selfie selfie, String claimedKey) {
 *         return matcher.match(selfie, claimedKey);
 *     }
 * }
 * }</pre>
 *
 * <p><strong>Threads.</strong> Thread-safe. The caller never waits: as many threads as the machine has cores compute, a few more
 * checks wait for them, and others are answered with {@link Cause#OVERLOADED}. {@link #close} ends the threads.
 *
 * <p><strong>Lifetime.</strong> One for an application, from its start to its end; it neither closes the engine nor the gallery, which
 * several matchers may share. No argument may be {@code null}.
 *
 * <p><strong>Errors.</strong> A picture that can't be decoded is a {@link FaceMatch.Retake}. A stage that completes with an
 * exception is a fault of the engine's, and never a match.
 */
public final class EngineFaceMatcher implements FaceMatcher, AutoCloseable {
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final FaceMatch OVERLOADED =
            new FaceMatch.Trouble(Cause.OVERLOADED, "engine: too many checks at once", RETRY);

    private final FaceEngine engine;
    private final Gallery gallery;
    private final QualityLimits limits;
    private final Consumer<EngineEvent> events;
    private final @Nullable LivenessCheck liveness;
    private final EngineThreads threads = new EngineThreads();

    /** A matcher with the usual limits for selfies, which logs its events. */
    public EngineFaceMatcher(FaceEngine engine, Gallery gallery) {
        this(engine, gallery, QualityLimits.forSelfies(), EngineEvent::log);
    }

    /**
     * A matcher. It says at once if the gallery is too large to be searched.
     *
     * @param limits what a selfie must have
     * @param events hears of what an operator should know; called in a thread of the matcher's
     */
    public EngineFaceMatcher(FaceEngine engine, Gallery gallery, QualityLimits limits, Consumer<EngineEvent> events) {
        this(engine, gallery, limits, events, null);
    }

    /**
     * A matcher that asks whether a selfie is of a living person.
     *
     * @param limits as above
     * @param events as above
     * @param liveness is asked about each selfie that has matched; {@code null} for no such check
     */
    public EngineFaceMatcher(
            FaceEngine engine,
            Gallery gallery,
            QualityLimits limits,
            Consumer<EngineEvent> events,
            @Nullable LivenessCheck liveness) {
        this.liveness = liveness;
        this.engine = engine;
        this.gallery = gallery;
        this.limits = limits;
        this.events = events;
        if (!gallery.isSearchable()) {
            events.accept(new EngineEvent.GalleryOutgrown(
                    gallery.templates(), gallery.policy().searchCapacity()));
        }
    }

    /** How many checks a matcher takes at once, on this machine; more are {@link Cause#OVERLOADED}. */
    public static int places() {
        return EngineThreads.places();
    }

    /** Searches the whole gallery. */
    @Override
    public CompletionStage<FaceMatch> match(Selfie selfie) {
        return run(selfie, gallery::search);
    }

    /**
     * Compares with one person.
     *
     * @param claimedKey whom the person claims to be, from a source that the person can't choose, such as the login
     * @return a match with that person's record; no match if it is somebody else, or nobody is enrolled under this key
     */
    @Override
    public CompletionStage<FaceMatch> match(Selfie selfie, String claimedKey) {
        return run(selfie, template -> gallery.verify(claimedKey, template));
    }

    private CompletionStage<FaceMatch> run(Selfie selfie, Function<FaceTemplate, SearchResult> comparison) {
        try {
            return CompletableFuture.supplyAsync(() -> answer(selfie, comparison), threads);
        } catch (RejectedExecutionException full) {
            return CompletableFuture.completedStage(OVERLOADED);
        }
    }

    private FaceMatch answer(Selfie selfie, Function<FaceTemplate, SearchResult> comparison) {
        try {
            FaceReading reading = engine.read(selfie, limits);
            if (reading instanceof Usable usable) {
                return answer(comparison.apply(engine.template(usable.face())), selfie);
            }
            return new FaceMatch.Retake(reading instanceof Unusable unusable ? unusable.hint() : Hint.TRY_AGAIN);
        } catch (UnreadablePictureException unreadable) {
            return new FaceMatch.Retake(Hint.TRY_AGAIN);
        }
    }

    private FaceMatch answer(SearchResult result, Selfie selfie) {
        if (result instanceof SearchResult.Match match) {
            if (liveness != null) {
                Liveness verdict = liveness.check(selfie);
                if (!verdict.isLive()) {
                    events.accept(new EngineEvent.NotLive(verdict.score(), verdict.reason()));
                    return new FaceMatch.NotMatched(); // as for a stranger: what the check looks for is told to nobody
                }
            }
            return new FaceMatch.Matched(List.of(match.person().record()));
        }
        if (result instanceof SearchResult.TooLarge large) {
            events.accept(new EngineEvent.SearchRefused(large.templates(), large.capacity()));
            return new FaceMatch.Trouble(Cause.OPERATOR, "engine: the gallery is too large to be searched");
        }
        if (result instanceof SearchResult.Ambiguous two) {
            events.accept(new EngineEvent.AmbiguousMatch(two.nearest(), two.second()));
        }
        return new FaceMatch.NotMatched();
    }

    /** Ends the threads. Checks that wait are not answered; later ones are {@link Cause#OVERLOADED}. */
    @Override
    public void close() {
        threads.close();
    }
}
