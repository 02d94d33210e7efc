package org.facecheck.internal.faceki;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Trouble;
import org.facecheck.FaceMatcher;
import org.facecheck.Selfie;
import org.facecheck.internal.config.ServiceConfig;
import org.facecheck.internal.faceki.http.CheckFailedException;
import org.facecheck.internal.faceki.http.ClientThreads;
import org.facecheck.internal.faceki.http.HttpExchanges;
import org.facecheck.internal.faceki.token.AccessToken;
import org.facecheck.internal.faceki.token.AccessTokenCache;
import org.facecheck.internal.faceki.token.TokenRequester;
import org.facecheck.internal.figures.ServiceStatus;
import org.jspecify.annotations.Nullable;

/**
 * Asks Faceki's Face Match API whose face a selfie shows.
 *
 * <p>{@link #match} returns at once and never throws. Its stage never completes exceptionally, completes within the
 * configured {@code timeout} (token, check and repetition included), and cannot be completed or cancelled by the caller;
 * what depends on it runs on one of this client's few threads, with the context class loader of the thread that built the
 * client, and must not block it: what has to wait belongs onto an executor of the caller's ({@code thenApplyAsync}).
 * What a {@link Trouble} means:
 *
 * <ul>
 *   <li>{@code UNAVAILABLE}: no connection, a connection that broke off, a 5xx or 429 status, the service saying itself
 *       that it failed, a token that was refused more than two seconds after the picture had been sent, or nothing was sent
 *       because the circuit is open or this client is closed
 *   <li>{@code TIMEOUT}: connecting took longer than {@code connectTimeout}, or all of it longer than {@code timeout}
 *   <li>{@code OPERATOR}: no token for these credentials, a fresh token refused, or a code that says that the account is
 *       the problem
 *   <li>{@code PROTOCOL}: everything else, such as an answer that is no JSON, is over 1 MiB long, redirects, bears an
 *       unknown code or contradicts itself
 * </ul>
 *
 * <p>{@code UNAVAILABLE}, {@code TIMEOUT} and {@code PROTOCOL} are the service's failures. After {@code circuitFailures}
 * of them in a row, among all checks, the circuit opens for {@code circuitDelay}; then one check at a time tries whether
 * the service is back, which any other answer shows. Of {@code OPERATOR} it is not closed for: such an answer comes at
 * once, and its cause stays in the log for as long as it lasts. When to try again is what the circuit, or the service in
 * {@code Retry-After}, says.
 *
 * <p>What it does not do: limit how many checks are in flight (the caller holds a permit for each until its answer), decide
 * whether a matched record is good enough, log anything but the circuit's changes and what
 * keeps people from being checked, or send a picture again that may have arrived. Thread-safe.
 */
public final class FacekiClient implements FaceMatcher, AutoCloseable {

    /** A gateway looks at the token first; the slow part is what comes behind it. */
    private static final Duration WHILE_REFUSABLE = Duration.ofSeconds(2);

    private static final Trouble CLOSED = new Trouble(Cause.UNAVAILABLE, "the client is closed");
    private static final Trouble LATE = new Trouble(Cause.TIMEOUT, "no verdict within the deadline");

    private final Duration timeout;
    private final ClientThreads threads = ClientThreads.forThisMachine();
    private final HttpExchanges exchanges;
    private final AccessTokenCache tokens;
    private final FaceCheckCall check;

    private final ServiceCircuit circuit;
    private final TroubleNotices notices;
    private final Set<CompletableFuture<FaceMatch>> inFlight = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Starts nothing yet: the first check asks for the first token.
     *
     * @param clock tells how old the access token is
     */
    public FacekiClient(ServiceConfig config, Clock clock) {
        timeout = config.timeout();
        circuit = new ServiceCircuit(config.circuitFailures(), config.circuitDelay(), clock);
        notices = new TroubleNotices(clock);
        exchanges = new HttpExchanges(config, threads, clock);
        TokenRequester tokenCall = new TokenRequester(config, exchanges, clock);
        tokens = new AccessTokenCache(
                token -> {
                    // Its own deadline, since it is no single check's: the one that asked first may be gone before.
                    threads.runUnlessDone(
                            token, timeout, () -> token.completeExceptionally(new CheckFailedException(LATE)));
                    tokenCall.complete(token);
                },
                clock);
        check = new FaceCheckCall(config, tokens, exchanges, work -> threads.runAfter(WHILE_REFUSABLE, work));
    }

    @Override
    public CompletionStage<FaceMatch> match(Selfie selfie) {
        return check(selfie, null);
    }

    @Override
    public CompletionStage<FaceMatch> match(Selfie selfie, String claimedKey) {
        return check(selfie, claimedKey);
    }

    @SuppressWarnings("CollectionUndefinedEquality") // by identity, as it is meant
    private CompletionStage<FaceMatch> check(Selfie selfie, @Nullable String claimedKey) {
        if (closed) {
            return CompletableFuture.completedStage(CLOSED);
        }
        if (!circuit.tryAcquire()) { // asked last, since it may give out its one trial
            return CompletableFuture.completedStage(circuit.refusal());
        }
        CompletableFuture<FaceMatch> result = new CompletableFuture<>();
        inFlight.add(result);
        // The caller's stage comes after the circuit has heard the answer, so that a caller may ask again at once.
        CompletableFuture<FaceMatch> answer = result.whenComplete((match, failure) -> {
            inFlight.remove(result);
            if (!closed) {
                circuit.record(match);
                if (match instanceof Trouble trouble) {
                    notices.tell(trouble);
                }
            }
        });
        start(result, selfie, claimedKey);
        return answer.minimalCompletionStage();
    }

    /** Asks for a token before anybody needs one, and tells the operator what came of it. It is kept for the first check. */
    public void requestTokenEarly() {
        tokens.get().whenComplete((token, failure) -> {
            if (!closed) {
                notices.tellAtStart(
                        failure == null
                                ? null
                                : CheckFailedException.from("access token", failure)
                                        .trouble());
            }
        });
    }

    /** Has checks sent to the service again, before one has shown that it is back. */
    public void closeCircuit() {
        circuit.close();
    }

    /** How the circuit and the token are now; asks nobody. */
    public ServiceStatus status() {
        AccessToken token = tokens.current().orElse(null);
        return new ServiceStatus(
                circuit.state(),
                circuit.since(),
                circuit.triesAt(),
                token == null ? null : token.givenAt(),
                token == null ? null : token.staleAt());
    }

    private void start(CompletableFuture<FaceMatch> result, Selfie selfie, @Nullable String claimedKey) {
        try {
            threads.runUnlessDone(result, timeout, () -> result.complete(LATE));
            check.complete(result, selfie, claimedKey);
        } catch (RuntimeException | Error failure) {
            // An error too, such as no more threads: the result must be completed.
            result.complete(CheckFailedException.from("face check", failure).trouble());
        }
        if (closed) {
            result.complete(CLOSED); // close() may have looked before this check was in its list
        }
    }

    /** Ends the checks in flight with trouble, their exchanges and all threads. A second call does nothing. */
    @Override
    public void close() {
        closed = true;
        inFlight.forEach(result -> result.complete(CLOSED));
        tokens.close(new CheckFailedException(CLOSED));
        exchanges.close();
        threads.close();
    }
}
