package org.facecheck.internal.faceki.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects a response's text up to a limit; a longer one is {@code null}, and the rest of it is not even read. The text goes to
 * its listener before the JDK learns that there is no more to come: the exchange may still be cancelled until then.
 *
 * <p>UTF-8 without asking the header: JSON between systems is nothing else (RFC 8259 §8.1).
 */
final class LimitedBodyHandler implements BodySubscriber<@Nullable Void> {

    private final int limit;
    private final Consumer<@Nullable String> listener;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
    private @Nullable Subscription subscription;

    /** @param limit in bytes */
    LimitedBodyHandler(int limit, Consumer<@Nullable String> listener) {
        this.limit = limit;
        this.listener = listener;
    }

    @Override
    public CompletionStage<@Nullable Void> getBody() {
        return end;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (end.isDone()) {
                return;
            }
            if (buffer.remaining() > limit - received.size()) {
                cancel();
                return;
            }
            byte[] part = new byte[buffer.remaining()];
            buffer.get(part);
            received.writeBytes(part);
        }
    }

    private void cancel() {
        if (subscription != null) {
            subscription.cancel();
        }
        tell(null);
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        tell(received.toString(UTF_8));
    }

    private void tell(@Nullable String text) {
        listener.accept(text);
        end.complete(null);
    }
}
