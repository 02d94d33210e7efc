package org.facecheck.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.facecheck.fake.Pictures;
import org.facecheck.internal.concurrent.AsyncSemaphore;
import org.facecheck.internal.concurrent.Bulkhead;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.upload.AsyncUpload.Failure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AsyncUploadTest {
    private static final byte[] PICTURE = Pictures.jpeg(640, 480);

    private final AsyncSemaphore semaphore = new AsyncSemaphore(1);
    private final Bulkhead bulkhead = new Bulkhead(1, PICTURE.length);
    private final AsyncContext async = mock(AsyncContext.class);
    private final AsyncUpload.Listener listener = mock(AsyncUpload.Listener.class);
    private final ServletInputStream body = mock(ServletInputStream.class);
    private final Queue<Integer> pieces = new ArrayDeque<>();
    private final AsyncUpload upload = new AsyncUpload(
            body,
            new RawUpload(new FormToken("t0ken"), PICTURE.length),
            bulkhead.tryAcquire(PICTURE.length).orElseThrow(),
            semaphore,
            listener);
    private int sent;

    @BeforeEach
    void connect() throws Exception {
        when(body.isReady()).thenAnswer(call -> !pieces.isEmpty());
        when(body.read(any(), anyInt(), anyInt())).thenAnswer(call -> {
            Objects.checkFromIndexSize(call.getArgument(1), call.getArgument(2), PICTURE.length);
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

    private void assertPermitAndMemoryAreBack() {
        assertThat(bulkhead.tryAcquire(PICTURE.length)).isPresent();
        assertThat(upload.take()).isEmpty();
    }

    @Test
    void a_picture_that_comes_in_pieces_is_handed_over_whole() throws Exception {
        receive(1);
        receive(10, 20);
        receive(PICTURE.length - 31, -1);
        upload.onAllDataRead();

        verify(listener).received(upload);
        assertThat(upload.take())
                .hasValueSatisfying(received -> assertThat(received.upload())
                        .satisfies(form -> assertThat(form.picture()).isEqualTo(PICTURE))
                        .extracting(FormUpload::token)
                        .isEqualTo(new FormToken("t0ken")));
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
    void an_error_of_the_containers_is_the_end() throws Exception {
        receive(10);
        upload.onError(new AsyncEvent(async));

        verify(listener).failed(Failure.INCOMPLETE);
        assertPermitAndMemoryAreBack();
    }

    @Test
    void nothing_is_read_of_a_request_that_has_ended() throws Exception {
        upload.onComplete(new AsyncEvent(async));
        receive(10);

        assertThat(pieces).hasSize(1);
    }

    @Test
    void it_is_handed_over_once_and_its_permit_goes_with_it() throws Exception {
        receive(PICTURE.length, -1);
        upload.onAllDataRead();
        AsyncUpload.Received received = upload.take().orElseThrow();

        assertThat(upload.take()).isEmpty();
        upload.onComplete(new AsyncEvent(async));
        assertThat(bulkhead.tryAcquire(0)).isEmpty();
        received.permit().close();
        assertThat(bulkhead.tryAcquire(PICTURE.length)).isPresent();
    }

    @Test
    void one_that_ends_early_is_refused() throws Exception {
        receive(10, -1);
        upload.onAllDataRead();

        verify(listener).failed(Failure.INCOMPLETE);
        verify(listener, never()).received(any());
        assertPermitAndMemoryAreBack();
    }

    @Test
    void a_client_that_goes_away_gives_its_permit_back() throws Exception {
        receive(10);
        upload.onError(new IOException("connection reset"));

        verify(listener).failed(Failure.INCOMPLETE);
        assertPermitAndMemoryAreBack();
    }

    @Test
    void a_client_that_takes_too_long_is_told_so() throws Exception {
        receive(10);
        upload.onTimeout(new AsyncEvent(async));

        verify(listener).failed(Failure.TIMEOUT);
        assertPermitAndMemoryAreBack();
    }

    @Test
    void what_comes_after_that_is_not_read_any_more() throws Exception {
        upload.onTimeout(new AsyncEvent(async));
        receive(10);
        upload.onAllDataRead();

        assertThat(pieces).hasSize(1);
        verify(listener, never()).received(any());
    }

    @Test
    void nor_is_what_comes_at_that_moment() throws Exception {
        when(body.isReady()).thenAnswer(call -> {
            upload.onTimeout(new AsyncEvent(async));
            return !pieces.isEmpty();
        });
        receive(10, 10);

        assertThat(pieces).hasSize(1);
    }

    @Test
    void a_container_that_ends_the_request_gets_the_permit_back_for_the_next() throws Exception {
        receive(10);
        upload.onComplete(new AsyncEvent(async));

        assertPermitAndMemoryAreBack();
    }

    @Test
    void a_request_that_ended_while_its_last_byte_came_gives_its_permit_back() throws Exception {
        doThrow(new IllegalStateException("completed")).when(listener).received(upload);
        receive(PICTURE.length, -1);
        upload.onAllDataRead();

        assertPermitAndMemoryAreBack();
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
        upload.onComplete(new AsyncEvent(async));
        Runnable next = mock(Runnable.class);
        semaphore.slot(next).request();

        verify(next, never()).run();
        received.slot().close();
        verify(next).run();
    }

    @Test
    void what_happens_to_a_picture_that_is_taken_is_the_takers_to_answer() throws Exception {
        receive(PICTURE.length, -1);
        upload.onAllDataRead();
        upload.take();

        upload.onError(new AsyncEvent(async));
        upload.onTimeout(new AsyncEvent(async));

        verify(listener, never()).failed(any());
        assertThat(bulkhead.tryAcquire(PICTURE.length)).isEmpty();
    }

    @Test
    void a_request_that_ended_while_it_waited_for_its_slot_takes_none() throws Exception {
        AsyncSemaphore.Slot other = semaphore.slot(() -> {});
        other.request();
        receive(PICTURE.length, -1);
        upload.onAllDataRead();

        upload.onComplete(new AsyncEvent(async));
        other.close();

        verify(listener, never()).received(any());
        assertPermitAndMemoryAreBack();
        assertSlotIsBack();
    }

    @Test
    void one_whose_slot_does_not_come_in_time_is_told_to_come_again() throws Exception {
        AsyncSemaphore.Slot other = semaphore.slot(() -> {});
        other.request();
        receive(PICTURE.length, -1);
        upload.onAllDataRead();

        upload.onTimeout(new AsyncEvent(async));
        other.close();

        verify(listener).failed(Failure.OVERLOADED);
        verify(listener, never()).received(any());
        assertPermitAndMemoryAreBack();
        assertSlotIsBack();
    }

    @Test
    void a_request_that_never_reached_the_servlet_gives_its_slot_back() throws Exception {
        receive(PICTURE.length, -1);
        upload.onAllDataRead();

        upload.onComplete(new AsyncEvent(async));

        assertSlotIsBack();
    }

    private void assertSlotIsBack() {
        Runnable next = mock(Runnable.class);
        semaphore.slot(next).request();
        verify(next).run();
    }
}
