package org.facecheck.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.facecheck.fake.FakeRequest;
import org.junit.jupiter.api.Test;

class SessionLocksTest {
    private final SessionLocks locks = new SessionLocks();
    private final FakeRequest request = FakeRequest.get("/app/facecheck");
    private final AtomicInteger inside = new AtomicInteger();

    private SessionSnapshot snapshot() {
        request.getSession();
        return SessionSnapshot.of(request);
    }

    private int step() {
        int most = inside.incrementAndGet();
        Thread.yield();
        inside.decrementAndGet();
        return most;
    }

    @Test
    void one_step_of_a_session_is_taken_at_a_time_whatever_its_id() {
        SessionSnapshot before = snapshot();
        request.changeSessionId();
        SessionSnapshot after = snapshot();

        List<CompletableFuture<Integer>> steps = Stream.iterate(0, i -> i + 1)
                .limit(200)
                .map(i -> CompletableFuture.supplyAsync(() -> locks.alone(i % 2 == 0 ? before : after, this::step)))
                .toList();

        assertThat(steps).extracting(CompletableFuture::join).containsOnly(1);
        assertThat(locks.size()).isZero();
    }

    @Test
    void a_step_that_fails_leaves_no_lock() {
        SessionSnapshot session = snapshot();

        assertThatThrownBy(() -> locks.alone(session, () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(locks.size()).isZero();
        assertThat(locks.<Integer>alone(session, this::step)).isEqualTo(1);
    }

    @Test
    void a_step_within_a_step_does_not_wait_for_it() {
        SessionSnapshot session = snapshot();

        assertThat(locks.<Integer>alone(session, () -> locks.alone(session, this::step)))
                .isEqualTo(1);
    }

    @Test
    void a_snapshot_shows_no_id() {
        assertThat(snapshot().toString()).isEqualTo("SessionSnapshot");
    }
}
