package org.facecheck.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.internal.upload.Bulkhead;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MatchCallbackTest {
    private final Bulkhead flights = new Bulkhead(1);
    private final FakeRequest request = FakeRequest.of("POST", "/app/facecheck");
    private final AsyncContext async = request.startAsync();
    private final AsyncEvent event = mock(AsyncEvent.class);
    private final MatchCallback back =
            new MatchCallback(async, "/facecheck", flights.begin().orElseThrow());
    private final FaceMatch match = new FaceMatch.NotMatched();

    private Object broughtBack() {
        return request.getAttribute(VerdictHandler.MATCH);
    }

    @Test
    void the_match_is_brought_back_to_the_page() {
        back.with(match);

        assertThat(broughtBack()).isSameAs(match);
        verify(async).dispatch("/facecheck");
        assertThat(flights.begin()).isPresent();
    }

    @Test
    void no_match_is_brought_back_as_trouble() {
        back.with(null);

        assertThat(broughtBack()).isEqualTo(new FaceMatch.Trouble(Cause.PROTOCOL, "the matcher failed"));
    }

    @Test
    void what_filters_have_wrapped_around_the_request_stays_and_around_the_response_goes() {
        HttpServletRequest asFiltered = new HttpServletRequestWrapper(request);

        AsyncContext begun = MatchCallback.asyncOf(asFiltered, new HttpServletResponseWrapper(new FakeResponse()));

        assertThat(begun.getRequest()).isSameAs(asFiltered);
        assertThat(begun.getResponse()).isNotInstanceOf(ServletResponseWrapper.class);
    }

    @Nested
    class When_time_runs_out {
        @Test
        void the_request_comes_back_without_a_match() {
            back.onTimeout(event);

            assertThat(broughtBack())
                    .isInstanceOfSatisfying(
                            FaceMatch.Trouble.class,
                            trouble -> assertThat(trouble.cause()).isEqualTo(Cause.TIMEOUT));
            verify(async).dispatch("/facecheck");
            assertThat(flights.begin()).isPresent();
        }

        @Test
        void a_match_that_comes_late_changes_nothing() {
            back.onTimeout(event);
            Object before = broughtBack();

            back.with(match);

            assertThat(broughtBack()).isSameAs(before);
            verify(async, times(1)).dispatch("/facecheck");
        }

        @Test
        void a_match_that_came_before_stays() {
            back.with(match);

            back.onTimeout(event);

            assertThat(broughtBack()).isSameAs(match);
            verify(async, times(1)).dispatch("/facecheck");
        }
    }

    @Nested
    class When_the_client_has_left {
        @Test
        void a_finished_request_is_not_brought_back() {
            back.onComplete(event);

            back.with(match);

            assertThat(broughtBack()).isNull();
            verify(async, never()).dispatch(anyString());
            assertThat(flights.begin()).isPresent();
        }

        @Test
        void a_finished_one_gives_its_place_back() {
            back.onComplete(event);

            assertThat(flights.begin()).isPresent();
        }

        @Test
        void a_broken_one_gives_its_place_back() {
            back.onError(event);

            assertThat(flights.begin()).isPresent();
        }

        @Test
        void a_container_that_says_so_is_believed() {
            doThrow(new IllegalStateException("completed")).when(async).dispatch(anyString());

            assertThatCode(() -> back.with(match)).doesNotThrowAnyException();
            assertThat(flights.begin()).isPresent();
        }
    }
}
