package org.facecheck.engine.service;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.facecheck.engine.EngineEvent;
import org.facecheck.engine.EngineFaceMatcher;
import org.facecheck.engine.FaceEngine;
import org.facecheck.engine.LivenessCheck;
import org.facecheck.engine.PersonEnroller;
import org.facecheck.engine.gallery.Gallery;
import org.facecheck.engine.gallery.GalleryStore.Watch;
import org.facecheck.engine.quality.QualityLimits;
import org.facecheck.engine.service.api.Api;
import org.facecheck.engine.service.api.CheckEndpoint;
import org.facecheck.engine.service.api.PeopleEndpoint;
import org.facecheck.engine.service.api.TokenEndpoint;
import org.facecheck.engine.service.client.ArrivalLimits;
import org.facecheck.engine.service.client.Clients;
import org.facecheck.engine.service.client.Tokens;
import org.facecheck.engine.service.enrolment.EnrolmentOffice;
import org.facecheck.engine.service.enrolment.Imports;
import org.facecheck.engine.service.pages.OperatorPages;
import org.facecheck.engine.service.pages.SelfPages;
import org.facecheck.engine.service.pages.ServerLogin;
import org.facecheck.engine.service.settings.ServiceSettings;
import org.facecheck.engine.store.EncryptedStore;
import org.facecheck.engine.store.KeptPortraits;
import org.jspecify.annotations.Nullable;

/** All that runs: engine, people on file, and the API before them. People whose time is over are deleted at start and hourly. */
public final class EngineService implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("org.facecheck.engine");

    private final Api api;
    private final OperatorPages pages;
    private final SelfPages selfPages;
    private final ArrivalLimits arrivals;
    private final @Nullable Imports imports;
    private final Watch watch;
    private final Gallery gallery;
    private final EngineFaceMatcher matcher;
    /** A daemon, as all threads here: a server that ends waits for none of them. */
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "facecheck-engine-expiry");
        thread.setDaemon(true);
        return thread;
    });

    private EngineService(
            Gallery gallery,
            EngineFaceMatcher matcher,
            Api api,
            OperatorPages pages,
            SelfPages selfPages,
            ArrivalLimits arrivals,
            @Nullable Imports imports,
            Watch watch) {
        this.gallery = gallery;
        this.matcher = matcher;
        this.api = api;
        this.pages = pages;
        this.selfPages = selfPages;
        this.arrivals = arrivals;
        this.imports = imports;
        this.watch = watch;
    }

    /**
     * Opens everything.
     *
     * @throws IOException if the weights, the clients or a setting are missing or wrong; the message says what to do
     * @throws org.facecheck.engine.gallery.GalleryStoreException if the people on file can't be read
     */
    public static EngineService open(ServiceSettings settings) throws IOException {
        // Weights and clients first: without them, no table is upgraded.
        FaceEngine engine = FaceEngine.open(settings.weights(), settings.acceleration());
        Clients clients = Clients.read(settings.clients());
        EncryptedStore store = settings.store().open(engine.modelId());
        Gallery gallery =
                new Gallery(settings.search().policy(), store, settings.search().indexes());
        LivenessCheck liveness = settings.liveness().check(engine).orElse(null);
        EngineFaceMatcher matcher =
                new EngineFaceMatcher(engine, gallery, QualityLimits.forSelfies(), EngineEvent::log, liveness);
        Tokens tokens = new Tokens(Clock.systemUTC());
        ArrivalLimits arrivals = new ArrivalLimits();
        // One for all who enrol: pages, clients and imports take turns.
        EnrolmentOffice office = new EnrolmentOffice(new PersonEnroller(engine, gallery));
        Imports imports =
                settings.imports().map(folder -> new Imports(office, folder)).orElse(null);
        Api api = new Api(
                new TokenEndpoint(clients, tokens, arrivals),
                new CheckEndpoint(tokens, matcher, EngineFaceMatcher.places()),
                new PeopleEndpoint(tokens, gallery, office, arrivals));
        ServerLogin login = new ServerLogin(settings.operators());
        Clock here = Clock.system(ZoneId.systemDefault());
        OperatorPages pages =
                new OperatorPages(clients, tokens, arrivals, gallery, office, store.portraits(), imports, login, here);
        SelfPages self = new SelfPages(
                office,
                arrivals,
                login,
                settings.selfEnrolment(),
                store.portraits().areKept(),
                here);
        // From here on, what other processes write is heard.
        EngineService service =
                new EngineService(gallery, matcher, api, pages, self, arrivals, imports, store.watch(gallery::apply));
        ScheduledFuture<?> unused = service.clock.scheduleWithFixedDelay(service::removeExpired, 0, 1, TimeUnit.HOURS);
        // One line that says what an operator may have got wrong: too large a gallery, no check, pictures that are
        // still there.
        LOG.log(
                System.Logger.Level.INFO,
                "engine: {0} people on file; a search is made among {1} templates at most; check of liveness: {2};"
                        + " computed by {3}; pictures of faces: {4}",
                gallery.people(),
                gallery.policy().searchCapacity(),
                liveness == null ? "none" : liveness.getClass().getName(),
                engine.isAccelerated() ? "ONNX Runtime" : "plain Java",
                words(store.portraits()));
        return service;
    }

    /** What was kept before the setting was taken back does not go by itself, and is not to be forgotten. */
    private static String words(KeptPortraits portraits) {
        int count = portraits.count();
        if (portraits.areKept()) {
            return "kept, " + count + " on file";
        }
        return count == 0
                ? "not kept"
                : "not kept, but " + count
                        + " still on file; the operator's page deletes them, and so does the command delete-portraits";
    }

    /** What answers requests. */
    public Api api() {
        return api;
    }

    /** What answers an operator's browser. */
    OperatorPages pages() {
        return pages;
    }

    /** How many bodies may be on their way. */
    ArrivalLimits arrivals() {
        return arrivals;
    }

    /** What answers the browser of somebody who enrols themselves. */
    SelfPages selfPages() {
        return selfPages;
    }

    /** By the date where the server stands, as the day is meant that people were told. */
    private void removeExpired() {
        try {
            int removed = gallery.removeExpired(LocalDate.now(ZoneId.systemDefault()));
            if (removed > 0) {
                LOG.log(System.Logger.Level.INFO, "engine: {0} people were deleted, whose time is over", removed);
            }
        } catch (RuntimeException failed) { // else it would never be tried again (ScheduledExecutorService)
            LOG.log(System.Logger.Level.ERROR, "engine: people whose time is over could not be deleted", failed);
        }
    }

    /** Ends all threads. What is being enrolled is either on file then, or not at all. */
    @Override
    public void close() {
        clock.shutdownNow();
        watch.close();
        if (imports != null) {
            imports.close();
        }
        matcher.close();
    }
}
