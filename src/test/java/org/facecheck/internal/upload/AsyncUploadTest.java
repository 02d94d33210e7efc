package org.facecheck.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
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
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.fake.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AsyncUploadTest {
    private static final byte[] PICTURE = Pictures.jpeg(640, 480);

    private final AsyncSemaphore turnstile = new AsyncSemaphore(1);
    private final Bulkhead flights = new Bulkhead(1, PICTURE.length);
    private final FakeRequest request = FakeRequest.of("POST", "/app/facecheck");
    private final FakeResponse response = new FakeResponse();
    private final AsyncContext async = mock(AsyncContext.class);
    private final ServletInputStream body = mock(ServletInputStream.class);
    private final Queue<Integer> pieces = new ArrayDeque<>();
    private final AsyncUpload arrival = new AsyncUpload(
            async,
            "/facecheck",
            body,
            new RawUpload("t0ken", PICTURE.length),
            flights.begin(PICTURE.length).orElseThrow(),
            turnstile);
    private int sent;

    @BeforeEach
    void connect() throws Exception {
        when(async.getRequest()).thenReturn(request);
        when(async.getResponse()).thenReturn(response);
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
        arrival.onDataAvailable();
    }

    private void assertPlaceAndMemoryAreBack() {
        assertThat(flights.begin(PICTURE.length)).isPresent();
        assertThat(arrival.take()).isEmpty();
    }

    @Test
    void a_picture_that_comes_in_pieces_is_handed_over_whole() throws Exception {
        receive(1);
        receive(10, 20);
        receive(PICTURE.length - 31, -1);
        arrival.onAllDataRead();

        verify(async).dispatch("/facecheck");
        assertThat(request.getAttribute(AsyncUpload.ATTRIBUTE)).isSameAs(arrival);
        assertThat(arrival.take())
                .hasValueSatisfying(arrived -> assertThat(arrived.upload())
                        .satisfies(upload -> assertThat(upload.picture()).isEqualTo(PICTURE))
                        .extracting(FormUpload::token)
                        .isEqualTo("t0ken"));
    }

    @Test
    void what_is_left_when_all_is_said_to_be_read_is_read() throws Exception {
        receive(10);
        pieces.addAll(List.of(PICTURE.length - 10, -1));
        arrival.onAllDataRead();

        verify(async).dispatch("/facecheck");
        assertThat(arrival.take()).isPresent();
    }

    @Test
    void where_the_body_is_known_to_be_over_nothing_more_is_waited_for() throws Exception {
        when(body.isFinished()).thenAnswer(call -> sent == PICTURE.length);
        receive(PICTURE.length - 1);
        verify(async, never()).dispatch(anyString());

        receive(1, -1);

        verify(async).dispatch("/facecheck");
        verify(body, never()).read();
    }

    @Test
    void a_body_that_is_over_early_is_not_handed_over() throws Exception {
        when(body.isFinished()).thenReturn(true);

        receive(10);

        verify(async, never()).dispatch(anyString());
    }

    @Test
    void a_whole_picture_is_handed_over_though_the_connection_breaks_behind_it() throws Exception {
        receive(PICTURE.length);
        arrival.onError(new IOException("connection reset"));

        verify(async).dispatch("/facecheck");
        verify(async, never()).complete();
        assertThat(arrival.take()).isPresent();
    }

    @Test
    void an_error_of_the_containers_is_the_end() throws Exception {
        receive(10);
        arrival.onError(new AsyncEvent(async));

        assertThat(response.getStatus()).isEqualTo(400);
        verify(async).complete();
        assertPlaceAndMemoryAreBack();
    }

    @Test
    void nothing_is_read_of_a_request_that_has_ended() throws Exception {
        arrival.onComplete(new AsyncEvent(async));
        receive(10);

        assertThat(pieces).hasSize(1);
    }

    @Test
    void it_is_handed_over_once_and_its_place_goes_with_it() throws Exception {
        receive(PICTURE.length, -1);
        arrival.onAllDataRead();
        AsyncUpload.Arrived arrived = arrival.take().orElseThrow();

        assertThat(arrival.take()).isEmpty();
        arrival.onComplete(new AsyncEvent(async));
        assertThat(flights.begin()).isEmpty();
        arrived.flight().close();
        assertThat(flights.begin(PICTURE.length)).isPresent();
    }

    @Test
    void one_that_ends_early_is_refused() throws Exception {
        receive(10, -1);
        arrival.onAllDataRead();

        assertThat(response.getStatus()).isEqualTo(400);
        verify(async).complete();
        verify(async, never()).dispatch(anyString());
        assertPlaceAndMemoryAreBack();
    }

    @Test
    void a_client_that_goes_away_gives_its_place_back() throws Exception {
        receive(10);
        arrival.onError(new IOException("connection reset"));

        verify(async).complete();
        assertPlaceAndMemoryAreBack();
    }

    @Test
    void a_client_that_takes_too_long_is_told_so() throws Exception {
        receive(10);
        arrival.onTimeout(new AsyncEvent(async));

        assertThat(response.getStatus()).isEqualTo(408);
        assertThat(response.getHeader("Connection")).isEqualTo("close");
        verify(async).complete();
        assertPlaceAndMemoryAreBack();
    }

    @Test
    void what_comes_after_that_is_not_read_any_more() throws Exception {
        arrival.onTimeout(new AsyncEvent(async));
        receive(10);
        arrival.onAllDataRead();

        assertThat(pieces).hasSize(1);
        verify(async, never()).dispatch(anyString());
    }

    @Test
    void nor_is_what_comes_at_that_moment() throws Exception {
        when(body.isReady()).thenAnswer(call -> {
            arrival.onTimeout(new AsyncEvent(async));
            return !pieces.isEmpty();
        });
        receive(10, 10);

        assertThat(pieces).hasSize(1);
    }

    @Test
    void a_container_that_ends_the_request_gets_the_place_back_for_the_next() throws Exception {
        receive(10);
        arrival.onComplete(new AsyncEvent(async));

        assertPlaceAndMemoryAreBack();
    }

    @Test
    void a_request_that_ended_while_its_last_octet_came_gives_its_place_back() throws Exception {
        doThrow(new IllegalStateException("completed")).when(async).dispatch(anyString());
        receive(PICTURE.length, -1);
        arrival.onAllDataRead();

        assertPlaceAndMemoryAreBack();
    }

    @Test
    void a_whole_picture_waits_for_its_turn() throws Exception {
        AsyncSemaphore.Turn anothers = turnstile.turn(() -> {});
        anothers.ask();

        receive(PICTURE.length, -1);
        arrival.onAllDataRead();
        verify(async, never()).dispatch(anyString());

        anothers.close();
        verify(async).dispatch("/facecheck");
    }

    @Test
    void a_picture_that_is_taken_has_its_turn_until_the_taker_ends_it() throws Exception {
        receive(PICTURE.length, -1);
        arrival.onAllDataRead();
        AsyncUpload.Arrived arrived = arrival.take().orElseThrow();
        arrival.onComplete(new AsyncEvent(async));
        Runnable next = mock(Runnable.class);
        turnstile.turn(next).ask();

        verify(next, never()).run();
        arrived.turn().close();
        verify(next).run();
    }

    @Test
    void what_happens_to_a_picture_that_is_taken_is_the_takers_to_answer() throws Exception {
        receive(PICTURE.length, -1);
        arrival.onAllDataRead();
        arrival.take();

        arrival.onError(new AsyncEvent(async));
        arrival.onTimeout(new AsyncEvent(async));

        assertThat(response.getStatus()).isEqualTo(200);
        verify(async, never()).complete();
        assertThat(flights.begin(PICTURE.length)).isEmpty();
    }

    @Test
    void a_request_that_ended_while_it_waited_for_its_turn_takes_none() throws Exception {
        AsyncSemaphore.Turn anothers = turnstile.turn(() -> {});
        anothers.ask();
        receive(PICTURE.length, -1);
        arrival.onAllDataRead();

        arrival.onComplete(new AsyncEvent(async));
        anothers.close();

        verify(async, never()).dispatch(anyString());
        assertPlaceAndMemoryAreBack();
        assertTurnIsBack();
    }

    @Test
    void whose_turn_does_not_come_in_time_is_told_to_come_again() throws Exception {
        AsyncSemaphore.Turn anothers = turnstile.turn(() -> {});
        anothers.ask();
        receive(PICTURE.length, -1);
        arrival.onAllDataRead();

        arrival.onTimeout(new AsyncEvent(async));
        anothers.close();

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        verify(async).complete();
        verify(async, never()).dispatch(anyString());
        assertPlaceAndMemoryAreBack();
        assertTurnIsBack();
    }

    @Test
    void a_request_that_never_reached_the_servlet_gives_its_turn_back() throws Exception {
        receive(PICTURE.length, -1);
        arrival.onAllDataRead();

        arrival.onComplete(new AsyncEvent(async));

        assertTurnIsBack();
    }

    private void assertTurnIsBack() {
        Runnable next = mock(Runnable.class);
        turnstile.turn(next).ask();
        verify(next).run();
    }
}
