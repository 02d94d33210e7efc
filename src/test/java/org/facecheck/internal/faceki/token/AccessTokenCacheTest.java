package org.facecheck.internal.faceki.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.fake.MutableClock;
import org.facecheck.internal.faceki.http.CheckFailedException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccessTokenCacheTest {

    private final MutableClock clock = new MutableClock();
    private final List<CompletableFuture<AccessToken>> calls = new ArrayList<>();
    private final AccessTokenCache tokens = new AccessTokenCache(calls::add, clock);

    private AccessToken current() {
        return tokens.get().toCompletableFuture().join();
    }

    private AccessToken arrives(String value) {
        AccessToken token =
                new AccessToken(value, clock.instant(), clock.instant().plusSeconds(100));
        calls.get(calls.size() - 1).complete(token);
        return token;
    }

    @Test
    void all_who_ask_while_a_call_is_under_way_wait_for_it() {
        var first = tokens.get().toCompletableFuture();
        var second = tokens.get().toCompletableFuture();
        assertThat(first).isNotDone();

        AccessToken token = arrives("a");

        assertThat(first.join()).isSameAs(token);
        assertThat(second.join()).isSameAs(token);
        assertThat(calls).hasSize(1);
    }

    @Test
    void who_only_wants_to_know_has_no_token_asked_for() {
        assertThat(tokens.current()).isEmpty();
        assertThat(calls).isEmpty();

        tokens.get();
        assertThat(tokens.current()).isEmpty();
        AccessToken token = arrives("a");
        assertThat(tokens.current()).containsSame(token);

        tokens.invalidate(token);
        assertThat(tokens.current()).isEmpty();
        assertThat(calls).hasSize(1);
    }

    @Test
    void a_token_is_used_until_it_is_stale() {
        tokens.get();
        AccessToken token = arrives("a");

        clock.advance(Duration.ofSeconds(99));
        assertThat(current()).isSameAs(token);

        clock.advance(Duration.ofSeconds(1));
        assertThat(tokens.get().toCompletableFuture()).isNotDone();
        assertThat(calls).hasSize(2);
    }

    @Test
    void a_refused_token_is_given_up_however_many_say_so() {
        tokens.get();
        AccessToken refused = arrives("a");

        tokens.invalidate(refused);
        tokens.get();
        tokens.invalidate(refused);
        tokens.get();
        AccessToken renewed = arrives("a");
        tokens.invalidate(refused);

        assertThat(current()).isSameAs(renewed);
        assertThat(calls).hasSize(2);
    }

    @Test
    void a_failed_call_is_not_remembered() {
        var waiting = tokens.get().toCompletableFuture();
        calls.get(0).completeExceptionally(new CheckFailedException(Cause.UNAVAILABLE, "down"));
        assertThat(waiting).isCompletedExceptionally();

        tokens.get();
        AccessToken token = arrives("a");

        assertThat(current()).isSameAs(token);
    }

    @Test
    void a_call_that_is_under_way_ends_on_close() {
        var waiting = tokens.get().toCompletableFuture();

        tokens.close(new CheckFailedException(Cause.UNAVAILABLE, "closed"));

        assertThat(waiting).isCompletedExceptionally();
    }

    @Test
    void a_token_has_no_text_form() {
        assertThat(new AccessToken("t0ken", Instant.EPOCH, Instant.EPOCH).toString())
                .doesNotContain("t0ken");
    }
}
