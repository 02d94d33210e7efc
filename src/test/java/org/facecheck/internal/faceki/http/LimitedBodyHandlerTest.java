package org.facecheck.internal.faceki.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LimitedBodyHandlerTest {

    private final List<String> told = new ArrayList<>();
    private final LimitedBodyHandler body = new LimitedBodyHandler(4, told::add);
    private boolean cancelled;

    LimitedBodyHandlerTest() {
        body.onSubscribe(new Subscription() {
            @Override
            public void request(long count) {}

            @Override
            public void cancel() {
                cancelled = true;
            }
        });
    }

    private CompletableFuture<Void> end() {
        return body.getBody().toCompletableFuture();
    }

    private static List<ByteBuffer> bytes(int... lengths) {
        return Arrays.stream(lengths)
                .mapToObj(length -> ByteBuffer.wrap("x".repeat(length).getBytes(UTF_8)))
                .toList();
    }

    @Test
    void a_body_at_the_limit_is_read_whole() {
        body.onNext(bytes(1, 2));
        body.onNext(bytes(0, 1));
        assertThat(told).isEmpty();
        assertThat(end()).isNotDone();
        body.onComplete();

        assertThat(told).containsExactly("xxxx");
        assertThat(end()).isCompleted();
        assertThat(cancelled).isFalse();
    }

    @Test
    void a_body_over_the_limit_is_no_text_and_not_read_any_further() {
        body.onNext(bytes(3));
        body.onNext(bytes(2, 1));
        body.onNext(bytes(1));

        assertThat(cancelled).isTrue();
        assertThat(told).containsExactly((String) null);
        assertThat(end()).isCompleted();
    }

    @Test
    void a_body_that_breaks_off_is_a_failure() {
        body.onNext(bytes(3));
        body.onError(new IOException());

        assertThat(told).isEmpty();
        assertThat(end()).isCompletedExceptionally();
    }
}
