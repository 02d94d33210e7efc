package org.facecheck.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.FaceMatch;
import org.facecheck.KycIdentity;
import org.facecheck.fake.Caches;
import org.facecheck.fake.Configs;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.fake.Pictures;
import org.facecheck.fake.Records;
import org.facecheck.fake.TestConfig;
import org.facecheck.internal.attempts.AttemptLimiter;
import org.facecheck.internal.caller.ClientAddress;
import org.facecheck.internal.figures.Counters;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.upload.FormUploadTest;
import org.facecheck.internal.upload.UploadQuota;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureServletTest {
    private CaptureServlet servlet = new CaptureServlet(new CaptureFixture().handler(Configs.HALF_HOUR));
    private final FakeResponse response = new FakeResponse();

    private FakeRequest serve(FakeRequest request) throws Exception {
        servlet.service((HttpServletRequest) request, response);
        return request;
    }

    @Nested
    class Where_attempts_cannot_be_counted {
        private final CaptureFixture fixture = new CaptureFixture();

        @BeforeEach
        void the_cluster_is_gone() {
            fixture.limiter = AttemptLimiter.shared(
                    TestConfig.with().read().attempts(), CaptureFixture.CLOCK, Caches.broken(), "/app", "s3cret");
            servlet = new CaptureServlet(fixture.handler(Configs.HALF_HOUR));
        }

        @ParameterizedTest
        @ValueSource(strings = {"GET", "POST"})
        void no_attempt_may_be_made_and_the_trouble_is_ours(String method) throws Exception {
            serve(FakeRequest.of(method, "/app/facecheck"));

            assertThat(response.getStatus()).isEqualTo(503);
            assertThat(response.getHeader("Retry-After")).isEqualTo("30");
            assertThat(response.text()).contains("data-news=\"trouble\"");
            assertThat(fixture.selfies).isEmpty();
            assertThat(fixture.events).singleElement().satisfies(event -> {
                assertThat(event.outcome()).isEqualTo(Outcome.TROUBLE);
                assertThat(event.detail()).isEqualTo("attempts can't be counted");
            });
        }
    }

    @Nested
    class The_page {
        @ParameterizedTest
        @ValueSource(strings = {"GET", "HEAD"})
        void is_shown_and_not_stored(String method) throws Exception {
            FakeRequest shown = serve(FakeRequest.of(method, "/app/facecheck"));

            assertThat(response.getHeader("Content-Type")).isEqualTo("text/html;charset=UTF-8");
            assertThat(response.text().contains("id=\"facecheck\"")).isEqualTo(method.equals("GET"));
            assertThat(shown.forwardedTo()).isNull();
            assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        }

        @Test
        void is_not_shown_to_a_person_who_needs_no_check() throws Exception {
            FakeRequest request = FakeRequest.get("/app/facecheck");
            FaceCheckSession.of(request).grant(new KycIdentity("card", Map.of()), CaptureFixture.NOW);

            serve(request);

            assertThat(response.text()).isEmpty();
            assertThat(response.getStatus()).isEqualTo(303);
            assertThat(response.getHeader("Location")).isEqualTo("/app/");
            assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        }

        @ParameterizedTest
        @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
        void takes_no_other_methods(String method) throws Exception {
            FakeRequest refused = serve(FakeRequest.of(method, "/app/facecheck"));

            assertThat(response.text()).isEmpty();
            assertThat(response.getStatus()).isEqualTo(405);
            assertThat(response.getHeader("Allow")).isEqualTo("GET, HEAD, POST");
            assertThat(refused.hasSession()).isFalse();
        }
    }

    @Test
    void what_is_sent_is_taken() throws Exception {
        byte[] form = FormUploadTest.form("invented", new byte[0]);
        FakeRequest request = serve(FakeRequest.of("POST", "/app/facecheck")
                .header("Content-Type", FormUploadTest.TYPE)
                .body(form, form.length));

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(((Map<?, ?>) request.getAttribute("facecheckPage")).get("news"))
                .asString()
                .contains("token");
    }

    @Test
    void a_picture_that_has_arrived_is_checked_before_the_request_comes_back() throws Exception {
        CaptureFixture fixture = new CaptureFixture();
        fixture.matcher = selfie -> new CompletableFuture<>();
        servlet = new CaptureServlet(fixture.handler(Configs.HALF_HOUR));
        byte[] picture = Pictures.jpeg(640, 480);
        FakeRequest person = FakeRequest.get("/app/facecheck");
        FakeRequest request = serve(FakeRequest.of("POST", "/app/facecheck")
                .with(person.getSession())
                .header("Content-Type", "image/jpeg")
                .header(
                        "Facecheck-Token",
                        FaceCheckSession.of(person).issueToken().text())
                .body(picture, picture.length)
                .asyncSupported());
        assertThat(fixture.selfies).isEmpty();

        request.readListener().onDataAvailable();
        request.readListener().onAllDataRead();

        assertThat(fixture.selfies).hasSize(1);
    }

    /** The operator asks for consent; the server does not rely on the page for it. */
    @Nested
    class Where_consent_is_asked_for {
        private static final String VERSION = "en-f7e8a75250f89dbd";

        private final CaptureFixture fixture = new CaptureFixture();
        private final FakeRequest person = FakeRequest.get("/app/facecheck");
        private final byte[] picture = Pictures.jpeg(640, 480);

        @BeforeEach
        void start() throws Exception {
            fixture.matcher = selfie -> CompletableFuture.completedFuture(new FaceMatch.NotMatched());
            fixture.limiter = null;
            servlet = new CaptureServlet(fixture.handler(TestConfig.with()
                    .rules(Configs.HALF_HOUR)
                    .set("facecheck.capture.consent", true)
                    .read()));
        }

        private FakeRequest post(String type, byte[] body) {
            return FakeRequest.of("POST", "/app/facecheck")
                    .with(person.getSession())
                    .header("Content-Type", type)
                    .body(body, body.length);
        }

        private String token() {
            return FaceCheckSession.of(person).issueToken().text();
        }

        private FakeRequest bare() {
            return post("image/jpeg", picture).header("Facecheck-Token", token());
        }

        private FakeRequest form(String more) throws Exception {
            byte[] form = FormUploadTest.form(token(), picture);
            byte[] field = more.getBytes(StandardCharsets.UTF_8);
            byte[] whole = Arrays.copyOf(field, field.length + form.length);
            System.arraycopy(form, 0, whole, field.length, form.length);
            return post(FormUploadTest.TYPE, whole);
        }

        private String field(String value) {
            return "--b\r\nContent-Disposition: form-data; name=\"consent\"\r\n\r\n" + value + "\r\n";
        }

        private void assertRefused() {
            assertThat(response.getStatus()).isEqualTo(400);
            assertThat(response.text()).contains("data-news=\"no-consent\"", "value=\"" + VERSION + "\"");
            assertThat(fixture.selfies).isEmpty();
            assertThat(fixture.events).singleElement().satisfies(event -> {
                assertThat(event.outcome()).isEqualTo(Outcome.PICTURE_REJECTED);
                assertThat(event.detail()).isEqualTo("no consent");
                assertThat(event.consentVersion()).isNull();
            });
        }

        private void assertChecked() {
            assertThat(fixture.selfies).hasSize(1);
            assertThat(fixture.events).singleElement().satisfies(event -> {
                assertThat(event.outcome()).isEqualTo(Outcome.NOT_MATCHED);
                assertThat(event.consentVersion()).isEqualTo(VERSION);
            });
        }

        @Test
        void a_bare_picture_without_it_is_not_even_read() throws Exception {
            FakeRequest request = serve(bare().asyncSupported());

            assertRefused();
            assertThat(request.readListener()).isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "on", "en-0000000000000000"})
        void consent_to_other_words_is_none(String version) throws Exception {
            serve(bare().header("Facecheck-Consent", version));

            assertRefused();
        }

        @Test
        void a_bare_picture_with_it_is_checked_and_the_event_says_to_what() throws Exception {
            serve(bare().header("Facecheck-Consent", VERSION));

            assertChecked();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "on"})
        void a_form_without_it_is_refused(String value) throws Exception {
            serve(form(value.isEmpty() ? "" : field(value)));

            assertRefused();
        }

        @Test
        void a_form_with_it_is_checked_and_the_event_says_to_what() throws Exception {
            serve(form(field(VERSION)));

            assertChecked();
        }
    }

    @Nested
    class In_an_asynchronous_dispatch {
        private final CaptureFixture fixture = new CaptureFixture();
        private final FakeRequest request =
                FakeRequest.of("POST", "/app/facecheck").dispatched(DispatcherType.ASYNC);

        @BeforeEach
        void start() throws Exception {
            servlet = new CaptureServlet(fixture.handler(Configs.HALF_HOUR));
        }

        @Test
        void the_verdict_is_there_once() throws Exception {
            request.getSession();
            CaptureExchange exchange = new CaptureExchange(
                    request,
                    Admission.of(request),
                    new UploadQuota(TestConfig.with().read().capture().uploads(), 1)
                            .tryEnter(new ClientAddress("192.0.2.1"), "session")
                            .orElseThrow(),
                    new CaptureResponder(
                            CaptureFixture.page(TestConfig.with().read()), new Counters(CaptureFixture.CLOCK)),
                    undelivered -> {},
                    fixture.timer);
            exchange.suspend(request, response, Duration.ofSeconds(1));
            exchange.matched(new FaceMatch.Matched(
                    List.of(Records.of("card", "FIRST LAST").build())));

            serve(request);

            assertThat(response.getStatus()).isEqualTo(303);
            assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
            assertThat(KycIdentity.of(request)).isPresent();

            // Payara may dispatch once more, while the first answer is on its way.
            FakeResponse second = new FakeResponse();
            servlet.service(request, second);

            assertThat(second.getStatus()).isEqualTo(200);
            assertThat(second.text()).isEmpty();
            assertThat(fixture.events).hasSize(1);
        }

        @Test
        void the_request_scope_is_active_for_audit_and_page_and_ends_after() throws Exception {
            List<Integer> scopes = new ArrayList<>();
            fixture.audited = event -> scopes.add(fixture.scopes);

            servlet.service(request, new HttpServletResponseWrapper(response) {
                @Override
                public ServletOutputStream getOutputStream() throws IOException {
                    scopes.add(fixture.scopes);
                    return super.getOutputStream();
                }
            });

            assertThat(response.text()).contains("data-news=\"trouble\"");
            assertThat(scopes).containsExactly(1, 1);
            assertThat(fixture.scopes).isZero();
        }

        @Test
        void the_request_scope_ends_where_the_page_fails() {
            HttpServletResponse broken = new HttpServletResponseWrapper(response) {
                @Override
                public ServletOutputStream getOutputStream() {
                    throw new IllegalStateException("broken");
                }
            };

            assertThatThrownBy(() -> servlet.service(request, broken)).hasMessage("broken");
            assertThat(fixture.scopes).isZero();
        }
    }

    @Test
    void below_the_page_are_script_and_style_sheet() throws Exception {
        HttpServletRequest request = new HttpServletRequestWrapper(FakeRequest.get("/app/facecheck/capture.js")) {
            @Override
            public String getPathInfo() {
                return "/capture.js";
            }
        };

        servlet.service(request, response);

        assertThat(response.getHeader("Content-Type")).startsWith("text/javascript");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-cache");
    }
}
