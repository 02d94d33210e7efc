package org.facecheck.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.fake.FakeTimer;
import org.facecheck.fake.TestConfig;
import org.facecheck.internal.caller.ClientAddress;
import org.facecheck.internal.capture.CaptureResult.Matched;
import org.facecheck.internal.capture.CaptureResult.Refused;
import org.facecheck.internal.concurrent.AsyncEnd;
import org.facecheck.internal.concurrent.Bulkhead;
import org.facecheck.internal.config.CaptureConfig.UploadLimits;
import org.facecheck.internal.figures.Counters;
import org.facecheck.internal.upload.AsyncUpload.Failure;
import org.facecheck.internal.upload.UploadQuota;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CaptureExchangeTest {
    private static final ClientAddress HERE = new ClientAddress("192.0.2.1");
    private static final Duration DEADLINE = Duration.ofSeconds(25);
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final Bulkhead bulkhead = new Bulkhead(1);
    private final UploadQuota quota = new UploadQuota(new UploadLimits(1, 1, 1, 1, 1, 1), 1);
    private final FakeRequest request = FakeRequest.of("POST", "/app/facecheck");
    private final FakeResponse response = new FakeResponse();
    private final FakeTimer timer = new FakeTimer();
    private final Admission admission = Admission.of(request);
    private final List<Admission> undelivered = new ArrayList<>();
    private final CaptureExchange exchange = new CaptureExchange(
            request,
            admission,
            quota.tryEnter(HERE, "session").orElseThrow(),
            new CaptureResponder(CaptureFixture.page(TestConfig.with().read()), new Counters(CaptureFixture.CLOCK)),
            undelivered::add,
            timer);
    private final FaceMatch match = new FaceMatch.NotMatched();

    private AsyncContext suspend() {
        admission.hold(bulkhead.tryAcquire().orElseThrow());
        return exchange.suspend(request, response, TIMEOUT);
    }

    private CaptureStep matched(FaceMatch given) {
        return new CaptureStep.Ready(new Matched(given, admission));
    }

    private void assertPermitIsFree() {
        assertThat(bulkhead.tryAcquire()).as("permit").isPresent();
        assertThat(quota.tryEnter(HERE, "session")).as("share").isPresent();
    }

    private void assertPermitIsHeld() {
        assertThat(bulkhead.tryAcquire()).as("permit").isEmpty();
        assertThat(quota.tryEnter(HERE, "session")).as("share").isEmpty();
    }

    private void assertToldToComeAgain() {
        HttpServletResponse unwrapped = (HttpServletResponse) response.getResponse();
        verify(unwrapped).setStatus(503);
        verify(unwrapped).setHeader("Retry-After", "5");
        verify(request.async()).complete();
    }

    @Test
    void a_request_in_its_first_dispatch_has_none() {
        assertThat(CaptureExchange.of(request)).isEmpty();
        assertThat(CaptureExchange.of(request.attribute("org.facecheck.exchange", "another")))
                .isEmpty();
    }

    @Test
    void what_filters_have_wrapped_around_the_request_stays_and_around_the_response_goes() {
        HttpServletRequest asFiltered = new HttpServletRequestWrapper(request);

        exchange.suspend(asFiltered, new HttpServletResponseWrapper(new FakeResponse()), TIMEOUT);

        assertThat(request.async().getRequest()).isSameAs(asFiltered);
        assertThat(request.async().getResponse()).isNotInstanceOf(ServletResponseWrapper.class);
    }

    @Nested
    class While_it_waits {
        private final AsyncContext async = suspend();

        @Test
        void the_request_carries_the_exchange() {
            assertThat(CaptureExchange.of(request)).containsSame(exchange);
            verify(async).setTimeout(TIMEOUT.toMillis());
            verify(async).addListener(isA(AsyncEnd.class));
            assertPermitIsHeld();
        }

        @Test
        void the_match_brings_the_request_back_to_the_page() {
            exchange.matched(match);

            verify(async).dispatch("/facecheck");
            assertThat(exchange.takeNext()).isEqualTo(matched(match));
            assertPermitIsFree();
        }

        @Test
        void the_timers_thread_asks_the_container_for_that() {
            timer.hold();

            exchange.matched(match);

            verify(async, never()).dispatch(anyString());
            timer.pass(Duration.ZERO);
            verify(async).dispatch("/facecheck");
        }

        /** As behind Spring Security, whose request gives dispatchers of its own. */
        @Test
        void it_comes_back_by_the_application_whatever_filters_have_made_of_the_request() {
            exchange.matched(match);

            verify(async).dispatch(request.getServletContext(), "/facecheck");
        }

        /** Jetty 12.0 does nothing in a dispatch to a context, even to the request's own. */
        @Test
        void on_jetty_it_comes_back_by_its_path_alone() {
            when(request.getServletContext().getServerInfo()).thenReturn("jetty/12.0.30");

            exchange.matched(match);

            verify(async).dispatch("/facecheck");
            verify(async, never()).dispatch(any(), anyString());
        }

        @Test
        void a_container_that_fails_at_the_dispatch_is_an_outcome_at_once() {
            doThrow(new ClassCastException("a wrapper")).when(async).dispatch(anyString());

            exchange.matched(match);

            assertToldToComeAgain();
            assertThat(undelivered).containsExactly(admission);
            assertPermitIsFree();
        }

        @Test
        void so_does_a_refusal() {
            Refused refused = new Refused(any -> new CaptureResult.Busy(org.facecheck.internal.figures.Limit.CHECKS));

            exchange.resume(refused);

            verify(async).dispatch("/facecheck");
            assertThat(exchange.takeNext()).isEqualTo(new CaptureStep.Ready(refused));
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
                    .isEqualTo(matched(new FaceMatch.Trouble(Cause.PROTOCOL, "the matcher failed")));
        }

        @Test
        void a_dispatch_that_comes_without_a_match_ends_it() {
            assertThat(exchange.takeNext()).isEqualTo(CaptureStep.Idle.WAITING);

            exchange.matched(match);

            verify(async, never()).dispatch(anyString());
            assertPermitIsFree();
        }

        @Test
        void a_step_is_taken_by_a_thread_of_the_containers_under_the_applications_class_loader() {
            Thread thread = Thread.currentThread();
            ClassLoader application = thread.getContextClassLoader();
            AtomicReference<ClassLoader> seen = new AtomicReference<>();
            doAnswer(call -> {
                        thread.setContextClassLoader(null);
                        call.<Runnable>getArgument(0).run();
                        thread.setContextClassLoader(application);
                        return null;
                    })
                    .when(async)
                    .start(any());

            exchange.run(() -> seen.set(thread.getContextClassLoader()));

            assertThat(seen.get()).isSameAs(application);
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

        @Test
        void an_upload_that_fails_is_answered_and_ended() {
            exchange.fail(Failure.INCOMPLETE);

            HttpServletResponse unwrapped = (HttpServletResponse) response.getResponse();
            verify(unwrapped).setStatus(400);
            verify(unwrapped).setHeader("Connection", "close");
            verify(async).complete();
            assertPermitIsFree();
            assertThat(exchange.takeNext()).isEqualTo(CaptureStep.Idle.ENDED);
        }

        @Test
        void one_that_fails_after_its_answer_changes_nothing() {
            exchange.matched(match);

            exchange.fail(Failure.INCOMPLETE);

            verify(async, never()).complete();
            assertThat(exchange.takeNext()).isEqualTo(matched(match));
        }
    }

    @Nested
    class When_the_matcher_takes_too_long {
        private final AsyncContext async = suspend();

        private void expire() {
            exchange.awaitMatch(DEADLINE);
            timer.pass(DEADLINE);
        }

        @Test
        void the_request_comes_back_with_trouble() {
            expire();

            verify(async).dispatch("/facecheck");
            assertThat(exchange.takeNext())
                    .isEqualTo(matched(new FaceMatch.Trouble(Cause.TIMEOUT, "the matcher gave no answer in time")));
            assertPermitIsFree();
        }

        @Test
        void a_match_that_comes_late_changes_nothing() {
            expire();

            exchange.matched(match);

            verify(async, times(1)).dispatch("/facecheck");
            assertThat(exchange.takeNext()).isNotEqualTo(matched(match));
        }

        @Test
        void a_match_that_comes_after_the_verdict_brings_nothing_back() {
            expire();
            exchange.takeNext();

            exchange.matched(match);

            verify(async, times(1)).dispatch("/facecheck");
            assertThat(exchange.takeNext()).isEqualTo(CaptureStep.Idle.ENDED);
        }

        @Test
        void a_match_in_time_needs_the_timer_no_more() {
            exchange.awaitMatch(DEADLINE);

            exchange.matched(match);

            assertThat(timer.pending()).isZero();
        }

        @Test
        void the_permit_of_a_client_that_has_left_is_free_again() {
            exchange.awaitMatch(DEADLINE);
            exchange.complete();
            assertPermitIsHeld();

            timer.pass(DEADLINE);

            assertPermitIsFree();
            verify(async, never()).dispatch(anyString());
        }
    }

    @Nested
    class When_the_container_says_that_time_is_over {
        private final AsyncContext async = suspend();

        @Test
        void a_request_of_which_nothing_has_come_is_recorded_and_answered() {
            exchange.timeOut();

            assertToldToComeAgain();
            assertThat(undelivered).containsExactly(admission);
        }

        @Test
        void what_waits_for_its_upload_hears_of_it() {
            List<String> heard = new ArrayList<>();
            exchange.onEnd(() -> heard.add("end"));

            exchange.timeOut();

            assertThat(heard).containsExactly("end");
        }

        @Test
        void so_is_one_whose_dispatch_the_container_has_lost() {
            exchange.matched(match);

            exchange.timeOut();

            assertToldToComeAgain();
            assertThat(undelivered).containsExactly(admission);
        }

        @Test
        void one_whose_match_has_been_taken_is_not() {
            exchange.matched(match);
            exchange.takeNext();

            exchange.timeOut();

            verify(async, never()).complete();
            assertThat(undelivered).isEmpty();
        }

        @Test
        void it_says_so_once() {
            exchange.timeOut();
            exchange.timeOut();

            assertThat(undelivered).hasSize(1);
        }

        @Test
        void a_dispatch_that_comes_after_that_answer_finds_nothing_to_do() {
            exchange.matched(match);
            exchange.timeOut();

            assertThat(exchange.takeNext()).isEqualTo(CaptureStep.Idle.ANSWERED);
            assertThat(exchange.takeNext()).isEqualTo(CaptureStep.Idle.ANSWERED);
        }
    }

    @Nested
    class When_the_client_has_left {
        private final AsyncContext async = suspend();

        @Test
        void what_waits_for_its_upload_hears_of_it() {
            List<String> heard = new ArrayList<>();
            exchange.onEnd(() -> heard.add("end"));

            exchange.complete();
            exchange.complete();

            assertThat(heard).containsExactly("end");
        }

        @Test
        void a_finished_request_is_not_brought_back() {
            exchange.complete();

            exchange.matched(match);

            verify(async, never()).dispatch(anyString());
            assertThat(exchange.takeNext()).isEqualTo(CaptureStep.Idle.ENDED);
        }

        @Test
        void the_permit_is_held_until_the_matcher_answers() {
            exchange.complete();
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
