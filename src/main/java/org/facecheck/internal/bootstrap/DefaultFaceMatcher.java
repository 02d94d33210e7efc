package org.facecheck.internal.bootstrap;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Trouble;
import org.facecheck.FaceMatcher;
import org.facecheck.Selfie;
import org.facecheck.internal.config.ServiceConfig;
import org.facecheck.internal.faceki.FacekiClient;
import org.facecheck.internal.figures.ServiceStatus;
import org.jspecify.annotations.Nullable;

/**
 * Faceki's client, made at start-up or at the first check that asks for it: an application with a {@link FaceMatcher} bean of its own gets
 * no HTTP client, no circuit, no thread and no token, and needs no credentials.
 *
 * <p>Thread-safe. The client takes over the context class loader of the thread that makes it; that is a request's thread, or
 * the one that starts the application, in which the container has set the application's.
 */
final class DefaultFaceMatcher implements FaceMatcher, AutoCloseable {
    private static final Trouble NO_CREDENTIALS = new Trouble(Cause.OPERATOR, "no credentials are configured");
    private static final Trouble CLOSED = new Trouble(Cause.UNAVAILABLE, "the application is stopping");

    private final ServiceConfig config;
    private final Clock clock;
    private @Nullable FacekiClient client;
    private boolean closed;

    DefaultFaceMatcher(ServiceConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Whether it can be asked at all. */
    boolean hasCredentials() {
        return config.credentials() != null;
    }

    @Override
    public CompletionStage<FaceMatch> match(Selfie selfie) {
        return ask(made -> made.match(selfie));
    }

    @Override
    public CompletionStage<FaceMatch> match(Selfie selfie, String claimedKey) {
        return ask(made -> made.match(selfie, claimedKey));
    }

    private CompletionStage<FaceMatch> ask(Function<FacekiClient, CompletionStage<FaceMatch>> check) {
        if (!hasCredentials()) { // start-up refuses such a deployment; this is for a server that did not let it be
            // asked
            return CompletableFuture.completedStage(NO_CREDENTIALS);
        }
        return client().map(check).orElseGet(() -> CompletableFuture.completedStage(CLOSED));
    }

    /** Has a wrong secret found now and not at the first person's check; returns at once, and fails nothing. */
    void checkCredentials() {
        if (hasCredentials() && config.startupCheck()) {
            client().ifPresent(FacekiClient::requestTokenEarly);
        }
    }

    /** Empty where the application stops: a client that was made now would never be closed, and leave its threads behind. */
    private synchronized Optional<FacekiClient> client() {
        if (client == null && !closed) {
            client = new FacekiClient(config, clock);
        }
        return Optional.ofNullable(client);
    }

    /** How the way to the service is; {@code null} where there is no client yet, since nobody has asked for it. */
    synchronized @Nullable ServiceStatus status() {
        return client == null ? null : client.status();
    }

    /** Has checks sent to the service again; nothing where it has not been asked. */
    synchronized void closeCircuit() {
        if (client != null) {
            client.closeCircuit();
        }
    }

    /** Whether a client was made. */
    synchronized boolean isMade() {
        return client != null;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.close();
        }
    }
}
