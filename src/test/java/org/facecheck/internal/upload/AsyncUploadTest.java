package org.facecheck.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import org.facecheck.fake.FakeTimer;
import org.facecheck.fake.Pictures;
import org.facecheck.fake.TestConfig;
import org.facecheck.internal.caller.ClientAddress;
import org.facecheck.internal.concurrent.AsyncSemaphore;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.upload.AsyncUpload.Failure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AsyncUploadTest {
    private static final byte[] PICTURE = Pictures.jpeg(640, 480);

    private final AsyncSemaphore semaphore = new AsyncSemaphore(1);
    private final CaptureConfig config = TestConfig.with()
            .set("facecheck.capture.min-bytes-per-second", 1)
            .read()
            .capture();
    private final FakeTimer timer = new FakeTimer();
    private final UploadQuota.Share share = new UploadQuota(config.uploads(), config.maxBytesInFlight())
            .tryEnter(new ClientAddress("192.0.2.1"), "session")
            .orElseThrow();
    private final AsyncUpload.Listener listener = mock(AsyncUpload.Listener.class);
    private final ServletInputStream body = mock(ServletInputStream.class);
    private final Queue<Integer> pieces = new ArrayDeque<>();
    private final AsyncUpload upload = new AsyncUpload(
            body,
            new RawUpload(new FormToken("t0ken"), null, PICTURE.length),
            share,
            UploadPace.begin(timer, config),
            token -> true,
            semaphore,
            listener);
    private int sent;

    @BeforeEach
    void connect() throws Exception {
        when(body.isReady()).thenAnswer(call -> !pieces.isEmpty());
        when(body.read(any(), anyInt(), anyInt())).thenAnswer(call -> {
            Objects.checkFromIndexSize((int) call.getArgument(1), (int) call.getArgument(2), PICTURE.length);
            int length = Math.min(call.getArgument(2), pieces.remove());
            if (length > 0) {
                System.arraycopy(PICTURE, sent, call.getArgument(0), call.getArgument(1), length);
                sent += length;
            }
            return length;
        });
        when(body.read()).thenAnswer(call -> pieces.remove());
    }

    private void receive(int... lengths) throws IOException {
        for (int length : lengths) {
            pieces.add(length);
        }
        upload.onDataAvailable();
    }

    private void assertNothingIsLeftToTake() {
        assertThat(upload.take()).isEmpty();
    }

    private void watch(Duration time) {
        upload.watch();
        timer.pass(time);
    }

    @Test
    void a_picture_that_comes_in_pieces_is_handed_over_whole() throws Exception {
        receive(1);
        receive(10, 20);
        receive(PICTURE.length - 31, -1);
        upload.onAllDataRead();

        verify(listener).received(upload);
        assertThat(upload.take())
                .hasValueSatisfying(received -> assertThatCode(() -> {
                            FormUpload form = received.upload();
                            assertThat(form.picture()).isEqualTo(PICTURE);
                            assertThat(form.token()).isEqualTo(new FormToken("t0ken"));
                        })
                        .doesNotThrowAnyException());
    }

    @Test
    void what_is_left_when_all_is_said_to_be_read_is_read() throws Exception {
        receive(10);
        pieces.addAll(List.of(PICTURE.length - 10, -1));
        upload.onAllDataRead();

        verify(listener).received(upload);
        assertThat(upload.take()).isPresent();
    }

    @Test
    void where_the_body_is_known_to_be_over_nothing_more_is_waited_for() throws Exception {
        when(body.isFinished()).thenAnswer(call -> sent == PICTURE.length);
        receive(PICTURE.length - 1);
        verify(listener, never()).received(any());

        receive(1, -1);

        verify(listener).received(upload);
        verify(body, never()).read();
    }

    @Test
    void a_body_that_is_over_early_is_not_handed_over() throws Exception {
        when(body.isFinished()).thenReturn(true);

        receive(10);

        verify(listener, never()).received(any());
    }

    @Test
    void a_whole_picture_is_handed_over_though_the_connection_breaks_behind_it() throws Exception {
        receive(PICTURE.length);
        upload.onError(new IOException("connection reset"));

        verify(listener).received(upload);
        verify(listener, never()).failed(any());
        assertThat(upload.take()).isPresent();
    }

    @Test
    void nothing_is_read_of_a_request_that_has_ended() throws Exception {
        upload.fail();
        receive(10);

        assertThat(pieces).hasSize(1);
    }

    @Test
    void it_is_handed_over_once_and_is_the_takers_from_then_on() throws Exception {
        receive(PICTURE.length, -1);
        upload.onAllDataRead();
        AsyncUpload.Received received = upload.take().orElseThrow();

        assertThat(upload.take()).isEmpty();
        upload.fail();
        verify(listener, never()).failed(any());
        assertThat(received.upload().picture()).isEqualTo(PICTURE);
    }

    @Test
    void it_is_not_handed_over_before_it_is_there() throws Exception {
        receive(10);

        assertThat(upload.take()).isEmpty();
        receive(PICTURE.length - 10, -1);
        upload.onAllDataRead();
        assertThat(upload.take()).isPresent();
    }

    @Test
    void one_that_ends_early_is_refused() throws Exception {
        receive(10, -1);
        upload.onAllDataRead();

        verify(listener).failed(Failure.INCOMPLETE);
        verify(listener, never()).received(any());
        assertNothingIsLeftToTake();
    }

    @Test
    void a_client_that_goes_away_gives_its_permit_back() throws Exception {
        receive(10);
        upload.onError(new IOException("connection reset"));

        verify(listener).failed(Failure.INCOMPLETE);
        assertNothingIsLeftToTake();
    }

    @Test
    void a_client_that_takes_too_long_is_told_so() throws Exception {
        receive(10);

        watch(config.uploadTimeout());

        verify(listener).failed(Failure.TIMEOUT);
        assertNothingIsLeftToTake();
        assertThat(timer.pending()).isZero();
    }

    @Test
    void so_is_one_that_sends_nothing_before_its_deadline() {
        watch(UploadPace.PATIENCE.plus(UploadPace.INTERVAL));

        verify(listener).failed(Failure.TIMEOUT);
    }

    @Test
    void one_that_keeps_the_least_rate_is_let_be() throws Exception {
        receive(PICTURE.length - 1);

        watch(Duration.ZERO);
        for (int i = 0; i < 3; i++) {
            timer.pass(UploadPace.INTERVAL);
        }

        verify(listener, never()).failed(any());
        assertThat(timer.pending()).isEqualTo(1);
    }

    @Test
    void what_has_been_taken_is_watched_no_more() throws Exception {
        upload.watch();
        receive(PICTURE.length, -1);
        upload.onAllDataRead();

        upload.take();

        assertThat(timer.pending()).isZero();
    }

    @Test
    void what_comes_after_that_is_not_read_any_more() throws Exception {
        watch(config.uploadTimeout());
        receive(10);
        upload.onAllDataRead();

        assertThat(pieces).hasSize(1);
        verify(listener, never()).received(any());
    }

    @Test
    void nor_is_what_comes_at_that_moment() throws Exception {
        when(body.isReady()).thenAnswer(call -> {
            upload.fail();
            return !pieces.isEmpty();
        });
        receive(10, 10);

        assertThat(pieces).hasSize(1);
    }

    @Test
    void a_request_that_ended_while_its_last_byte_came_gives_its_permit_back() throws Exception {
        doThrow(new IllegalStateException("completed")).when(listener).received(upload);
        receive(PICTURE.length, -1);
        upload.onAllDataRead();

        verify(listener).failed(Failure.INCOMPLETE);
        assertNothingIsLeftToTake();
    }

    @Test
    void a_whole_picture_waits_for_its_slot() throws Exception {
        AsyncSemaphore.Slot other = semaphore.slot(() -> {});
        other.request();

        receive(PICTURE.length, -1);
        upload.onAllDataRead();
        verify(listener, never()).received(any());

        other.close();
        verify(listener).received(upload);
    }

    @Test
    void a_picture_that_is_taken_has_its_slot_until_the_taker_ends_it() throws Exception {
        receive(PICTURE.length, -1);
        upload.onAllDataRead();
        AsyncUpload.Received received = upload.take().orElseThrow();
        upload.fail();
        Runnable next = mock(Runnable.class);
        semaphore.slot(next).request();

        verify(next, never()).run();
        received.slot().close();
        verify(next).run();
    }

    @Test
    void a_request_that_ended_while_it_waited_for_its_slot_takes_none() throws Exception {
        AsyncSemaphore.Slot other = semaphore.slot(() -> {});
        other.request();
        receive(PICTURE.length, -1);
        upload.onAllDataRead();

        upload.fail();
        other.close();

        verify(listener, never()).received(any());
        assertNothingIsLeftToTake();
        assertSlotIsBack();
    }

    @Test
    void one_whose_slot_does_not_come_in_time_is_told_to_come_again() throws Exception {
        AsyncSemaphore.Slot other = semaphore.slot(() -> {});
        other.request();
        receive(PICTURE.length, -1);
        upload.onAllDataRead();

        watch(config.uploadTimeout());
        other.close();

        verify(listener).failed(Failure.OVERLOADED);
        verify(listener, never()).received(any());
        assertNothingIsLeftToTake();
        assertSlotIsBack();
    }

    @Test
    void a_request_that_never_reached_the_servlet_gives_its_slot_back() throws Exception {
        receive(PICTURE.length, -1);
        upload.onAllDataRead();

        upload.fail();

        assertSlotIsBack();
    }

    private void assertSlotIsBack() {
        Runnable next = mock(Runnable.class);
        semaphore.slot(next).request();
        verify(next).run();
    }

    /** The container keeps a read listener until the request ends, and the check may take a while. */
    @Test
    void an_upload_that_was_taken_keeps_none_of_those_that_it_asked() throws Exception {
        AsyncUpload.Listener told = new Told();
        Predicate<FormToken> asked = new HashSet<>(Set.of(new FormToken("t0ken")))::contains;
        List<WeakReference<?>> traces = List.of(new WeakReference<>(told), new WeakReference<>(asked));
        AsyncUpload taken = new AsyncUpload(
                body,
                new RawUpload(new FormToken("t0ken"), null, PICTURE.length),
                share,
                UploadPace.begin(timer, config),
                asked,
                semaphore,
                told);
        told = null;
        asked = null;
        pieces.addAll(List.of(PICTURE.length, -1));
        taken.onDataAvailable();
        taken.onAllDataRead();

        taken.take().orElseThrow().upload();

        assertThat(traces).allMatch(AsyncUploadTest::isForgotten);
        Reference.reachabilityFence(taken);
    }

    private static boolean isForgotten(WeakReference<?> trace) {
        for (int i = 0; i < 20 && trace.get() != null; i++) {
            System.gc();
        }
        return trace.get() == null;
    }

    /** One that is an object of its own, which a lambda that captures nothing is not. */
    private static final class Told implements AsyncUpload.Listener {
        @Override
        public void received(AsyncUpload upload) {}

        @Override
        public void failed(AsyncUpload.Failure failure) {}
    }
}
