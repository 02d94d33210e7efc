package org.facecheck.internal.faceki.token;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.facecheck.internal.faceki.http.CheckFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one access token, and asks for a new one when it is stale or was refused: once, however many checks wait for it,
 * since each call is billed. A failed call is not remembered; the next check asks again. Thread-safe.
 */
public final class AccessTokenCache {

    private final Consumer<CompletableFuture<AccessToken>> call;
    private final Clock clock;

    /** The token, or the request for it that is under way or has failed; {@code null} where there is none, or none any more. */
    private @Nullable CompletableFuture<AccessToken> latest;

    /** @param call asks for a token and completes the given future, in any case */
    public AccessTokenCache(Consumer<CompletableFuture<AccessToken>> call, Clock clock) {
        this.call = call;
        this.clock = clock;
    }

    /** The token at hand or on its way. To be derived from only: all checks that wait share it. */
    public CompletionStage<AccessToken> get() {
        CompletableFuture<AccessToken> requested = new CompletableFuture<>();
        synchronized (this) {
            if (latest != null && !isToBeRenewed(latest)) {
                return latest;
            }
            latest = requested;
        }
        call.accept(requested); // outside the lock, since it runs other classes' code
        return requested;
    }

    /** Whether a new token has to be asked for in place of this one. */
    private boolean isToBeRenewed(CompletableFuture<AccessToken> token) {
        if (!token.isDone()) {
            return false; // asked for already: one request for all who wait
        }
        if (token.isCompletedExceptionally()) {
            return true; // the request failed, which says nothing of the next one
        }
        return !clock.instant().isBefore(token.join().staleAt()); // too old for a check that begins now
    }

    /** The token at hand, stale or not; empty where there is none, or it is still on its way. Asks for none. */
    public synchronized Optional<AccessToken> current() {
        return latest != null && latest.isDone() && !latest.isCompletedExceptionally()
                ? Optional.of(latest.join())
                : Optional.empty();
    }

    /** Gives up a token that the service refused; one that has replaced it in the meantime stays. */
    @SuppressWarnings("ReferenceEquality")
    public synchronized void invalidate(AccessToken refused) {
        if (current().filter(token -> token == refused).isPresent()) {
            latest = null;
        }
    }

    /** Ends a call for a token that is under way. */
    public void close(CheckFailedException reason) {
        CompletableFuture<AccessToken> underWay;
        synchronized (this) {
            underWay = latest;
        }
        if (underWay != null) {
            underWay.completeExceptionally(reason); // outside the lock, since it runs what waits for the token
        }
    }
}
