package org.facecheck.internal.faceki.token;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.facecheck.internal.faceki.http.CheckFailedException;

/**
 * Keeps one access token, and asks for a new one when it is stale or was refused: once, however many checks wait for it,
 * since each call is billed. A failed call is not remembered; the next check asks again. Thread-safe.
 */
public final class AccessTokenCache {

    private static final CompletableFuture<AccessToken> NONE =
            CompletableFuture.failedFuture(new IllegalStateException("no token yet"));

    private final Consumer<CompletableFuture<AccessToken>> call;
    private final Clock clock;
    private CompletableFuture<AccessToken> latest = NONE;

    /** @param call asks for a token and completes the given future, whatever happens */
    public AccessTokenCache(Consumer<CompletableFuture<AccessToken>> call, Clock clock) {
        this.call = call;
        this.clock = clock;
    }

    /** The token at hand or on its way. To be derived from only: it is shared by all who wait. */
    public CompletionStage<AccessToken> get() {
        CompletableFuture<AccessToken> requested = new CompletableFuture<>();
        synchronized (this) {
            if (!latest.isDone() || isFresh()) {
                return latest;
            }
            latest = requested;
        }
        call.accept(requested); // outside the lock, since it runs other people's code
        return requested;
    }

    private boolean isFresh() {
        return hasArrived() && clock.instant().isBefore(latest.join().staleAt());
    }

    private boolean hasArrived() {
        return latest.isDone() && !latest.isCompletedExceptionally();
    }

    /** Gives up a token that the service refused; one that has replaced it in the meantime stays. */
    @SuppressWarnings("ReferenceEquality")
    public synchronized void invalidate(AccessToken refused) {
        if (hasArrived() && latest.join() == refused) {
            latest = NONE;
        }
    }

    /** Ends a call for a token that is under way. */
    public void close(CheckFailedException reason) {
        CompletableFuture<AccessToken> underWay;
        synchronized (this) {
            underWay = latest;
        }
        underWay.completeExceptionally(reason);
    }
}
