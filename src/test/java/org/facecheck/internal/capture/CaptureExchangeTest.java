package org.facecheck.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.fake.Pictures;
import org.facecheck.fake.TestConfig;
import org.facecheck.internal.concurrent.AsyncSemaphore;
import org.facecheck.internal.concurrent.Bulkhead;
import org.facecheck.internal.upload.AsyncUpload;
import org.facecheck.internal.upload.RawUpload;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CaptureExchangeTest {
    private static final byte[] PICTURE = Pictures.jpeg(640, 480);
    private static final Duration DEADLINE = Duration.ofSeconds(25);

    private final Bulkhead bulkhead = new Bulkhead(1, PICTURE.length);
    private final FakeRequest request = FakeRequest.of("POST", "/app/facecheck");
    private final FakeResponse response = new FakeResponse();
    private final CaptureExchange exchange = new CaptureExchange(
            request,
            Admission.of(request),
            bulkhead.tryAcquire(PICTURE.length).orElseThrow(),
            new CaptureResponder(CaptureFixture.page(TestConfig.with().read())));
    private final FaceMatch match = new FaceMatch.NotMatched();

    private AsyncContext awaitMatch() {
        exchange.awaitMatch(request, response, DEADLINE);
        return request.async();
    }

    private AsyncUpload awaitPicture() throws Exception {
        exchange.awaitPicture(request, response, announced(), Duration.ofMinutes(1), AsyncSemaphore.ofTheMachine());
        return (AsyncUpload) request.readListener();
    }

    private static RawUpload announced() throws Exception {
        return RawUpload.announced(
                FakeRequest.of("POST", "/app/facecheck")
                        .header("Content-Type", "image/jpeg")
                        .header("Facecheck-Token", "t0ken")
                        .body(PICTURE, PICTURE.length),
                PICTURE.length);
    }

    private AsyncEvent event() {
        return new AsyncEvent(request.async());
    }

    private void assertPermitIsFree() {
        assertThat(bulkhead.tryAcquire(PICTURE.length)).isPresent();
    }

    private void assertPermitIsHeld() {
        assertThat(bulkhead.tryAcquire(0)).isEmpty();
    }

    @Test
    void a_request_in_its_first_dispatch_has_none() {
        assertThat(CaptureExchange.of(request)).isEmpty();
        assertThat(CaptureExchange.of(request.attribute("org.facecheck.exchange", "another")))
                .isEmpty();
    }

    @Nested
    class While_the_matcher_works {
        private final AsyncContext async = awaitMatch();

        @Test
        void the_request_carries_the_exchange_and_waits_until_the_deadline() {
            assertThat(CaptureExchange.of(request)).containsSame(exchange);
            verify(async).setTimeout(DEADLINE.toMillis());
            verify(async).addListener(exchange);
            assertPermitIsHeld();
        }

        @Test
        void the_match_brings_the_request_back_to_the_page() {
            exchange.matched(match);

            verify(async).dispatch("/facecheck");
            assertThat(exchange.takeNext()).isEqualTo(new CaptureStep.Matched(match));
            assertPermitIsFree();
        }

        @Test
        void the_match_is_taken_once() {
            exchange.matched(match);
            exchange.takeNext();

            assertThat(exchange.takeNext()).isEqualTo(CaptureStep.Idle.ENDED);
        }

        @Test
        void no_match_is_brought_back_as_trouble() {
            exchange.matched(null);

            assertThat(exchange.takeNext())
                    .isEqualTo(new CaptureStep.Matched(new FaceMatch.Trouble(Cause.PROTOCOL, "the matcher failed")));
        }

        @Test
        void a_dispatch_that_comes_without_a_match_ends_it() {
            assertThat(exchange.takeNext()).isEqualTo(CaptureStep.Idle.WAITING);

            exchange.matched(match);

            verify(async, never()).dispatch(anyString());
            assertPermitIsFree();
        }

        @Test
        void a_worker_thread_that_the_container_starts_does_not_inherit_the_applications_class_loader() {
            AtomicReference<ClassLoader> inherited = new AtomicReference<>();
            doAnswer(call -> {
                        inherited.set(new Thread(() -> {}).getContextClassLoader());
                        return null;
                    })
                    .when(async)
                    .dispatch("/facecheck");
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            ClassLoader application = new URLClassLoader(new URL[0], before);
            thread.setContextClassLoader(application);
            try {
                exchange.matched(match);
                assertThat(thread.getContextClassLoader()).isSameAs(application);
            } finally {
                thread.setContextClassLoader(before);
            }

            assertThat(inherited.get())
                    .isSameAs(async.getClass().getClassLoader())
                    .isNotSameAs(application);
        }

        @Nested
        class When_time_runs_out {
            @Test
            void the_request_comes_back_with_trouble() {
                exchange.onTimeout(event());

                verify(async).dispatch("/facecheck");
                assertThat(exchange.takeNext())
                        .isInstanceOfSatisfying(
                                CaptureStep.Matched.class,
                                step -> assertThat(((FaceMatch.Trouble) step.match()).cause())
                                        .isEqualTo(Cause.TIMEOUT));
                assertPermitIsFree();
            }

            @Test
            void a_match_that_comes_late_changes_nothing() {
                exchange.onTimeout(event());

                exchange.matched(match);

                verify(async, times(1)).dispatch("/facecheck");
                assertThat(exchange.takeNext()).isNotEqualTo(new CaptureStep.Matched(match));
            }

            @Test
            void a_match_that_comes_after_the_verdict_brings_nothing_back() {
                exchange.onTimeout(event());
                exchange.takeNext();

                exchange.matched(match);

                verify(async, times(1)).dispatch("/facecheck");
                assertThat(exchange.takeNext()).isEqualTo(CaptureStep.Idle.ENDED);
            }

            @Test
            void a_match_that_came_before_stays() {
                exchange.matched(match);

                exchange.onTimeout(event());

                verify(async, times(1)).dispatch("/facecheck");
                assertThat(exchange.takeNext()).isEqualTo(new CaptureStep.Matched(match));
            }
        }

        @Nested
        class When_the_client_has_left {
            @Test
            void a_finished_request_is_not_brought_back() {
                exchange.onComplete(event());

                exchange.matched(match);

                verify(async, never()).dispatch(anyString());
                assertThat(exchange.takeNext()).isEqualTo(CaptureStep.Idle.ENDED);
            }

            @Test
            void the_permit_is_held_until_the_matcher_answers() {
                exchange.onError(event());
                exchange.onComplete(event());
                assertPermitIsHeld();

                exchange.matched(match);
                assertPermitIsFree();
            }

            @Test
            void a_container_that_says_so_is_believed() {
                doThrow(new IllegalStateException("completed")).when(async).dispatch(anyString());

                assertThatCode(() -> exchange.matched(match)).doesNotThrowAnyException();
                assertPermitIsFree();
            }
        }
    }

    @Test
    void a_permit_that_no_answer_gives_back_ends_with_the_deadline() throws Exception {
        exchange.awaitMatch(request, response, Duration.ofMillis(1));
        exchange.onComplete(event());
        Thread.sleep(2);

        assertPermitIsFree();
    }

    @Nested
    class While_the_picture_is_received {
        @Test
        void the_request_comes_back_with_it() throws Exception {
            request.body(PICTURE, PICTURE.length);
            AsyncUpload upload = awaitPicture();

            upload.onDataAvailable();
            upload.onAllDataRead();

            verify(request.async()).dispatch("/facecheck");
            assertThat(exchange.takeNext()).isEqualTo(new CaptureStep.Received(upload));
            assertPermitIsHeld();
        }

        @Test
        void a_client_that_goes_away_is_told_so_and_gives_its_permit_back() throws Exception {
            awaitPicture().onError(new IOException("connection reset"));

            HttpServletResponse unwrapped = (HttpServletResponse) response.getResponse();
            verify(unwrapped).setStatus(400);
            verify(unwrapped).setHeader("Connection", "close");
            verify(request.async()).complete();
            verify(request.async(), never()).dispatch(anyString());
            assertPermitIsFree();
        }

        @Test
        void after_it_the_request_waits_for_the_matcher() throws Exception {
            request.body(PICTURE, PICTURE.length);
            AsyncUpload upload = awaitPicture();
            upload.onDataAvailable();
            upload.onAllDataRead();
            exchange.takeNext();

            AsyncContext second = awaitMatch();
            exchange.matched(match);

            verify(second).dispatch("/facecheck");
            assertThat(exchange.takeNext()).isEqualTo(new CaptureStep.Matched(match));
        }
    }

    @Test
    void what_filters_have_wrapped_around_the_request_stays_and_around_the_response_goes() {
        HttpServletRequest asFiltered = new HttpServletRequestWrapper(request);

        exchange.awaitMatch(asFiltered, new HttpServletResponseWrapper(new FakeResponse()), DEADLINE);

        assertThat(request.async().getRequest()).isSameAs(asFiltered);
        assertThat(request.async().getResponse()).isNotInstanceOf(ServletResponseWrapper.class);
    }
}
