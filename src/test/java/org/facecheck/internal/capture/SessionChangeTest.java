package org.facecheck.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.facecheck.FaceCaller;
import org.facecheck.FaceMatch;
import org.facecheck.KycIdentity;
import org.facecheck.fake.Configs;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.fake.Pictures;
import org.facecheck.fake.Records;
import org.facecheck.internal.page.CapturePage;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.upload.FormUploadTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of an upload and of a check while its session becomes another one. */
class SessionChangeTest {
    private static final byte[] PICTURE = Pictures.jpeg(640, 480);
    private static final FaceMatch MATCH =
            new FaceMatch.Matched(List.of(Records.of("card", "FIRST LAST").build()));

    private final CaptureFixture fixture = new CaptureFixture();
    private final CaptureHandler handler = fixture.handler(Configs.HALF_HOUR);
    private final FakeRequest other = FakeRequest.get("/app/facecheck").as("alice");
    private final String token = FaceCheckSession.of(other).issueToken().text();
    private final FakeResponse response = new FakeResponse();

    /** What another request does, or a filter of the application's in a later dispatch. */
    enum Change {
        NEW_ID((upload, another) -> another.changeSessionId(), false),
        END((upload, another) -> another.getSession().invalidate(), false),
        ANOTHER_SESSION(
                (upload, another) ->
                        upload.with(FakeRequest.get("/app/").getSession()).changeSessionId(),
                false),
        PASS(
                (upload, another) ->
                        FaceCheckSession.of(another).grant(new KycIdentity("other", Map.of()), CaptureFixture.NOW),
                false),
        OTHER_PRINCIPAL((upload, another) -> upload.as("bob"), true),
        NO_PRINCIPAL((upload, another) -> upload.as(null), true);

        private final Step step;
        private final boolean isOwn;

        Change(Step step, boolean isOwn) {
            this.step = step;
            this.isOwn = isOwn;
        }

        boolean showsInTheSession() {
            return this == NEW_ID || this == END || this == PASS;
        }

        private interface Step {
            void take(FakeRequest upload, FakeRequest another);
        }
    }

    private FakeRequest form() throws Exception {
        byte[] form = FormUploadTest.form(token, PICTURE);
        return FakeRequest.of("POST", "/app/facecheck")
                .with(other.getSession())
                .as("alice")
                .header("Content-Type", FormUploadTest.TYPE)
                .body(form, form.length);
    }

    private FakeRequest picture() {
        return FakeRequest.of("POST", "/app/facecheck")
                .with(other.getSession())
                .as("alice")
                .header("Content-Type", "image/jpeg")
                .header("Facecheck-Token", token)
                .body(PICTURE, PICTURE.length);
    }

    /** Handles a request during which something happens when its body is read. */
    private void handleWhile(FakeRequest request, Consumer<FakeRequest> meanwhile) throws Exception {
        handler.handle(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public ServletInputStream getInputStream() throws IOException {
                        meanwhile.accept(request);
                        return super.getInputStream();
                    }
                },
                response);
    }

    /** What the container does once the whole body is there. */
    private static void arrive(FakeRequest request) throws Exception {
        request.readListener().onDataAvailable();
        request.readListener().onAllDataRead();
    }

    private void comesBack(FakeRequest request) throws Exception {
        handler.handle(request.dispatched(DispatcherType.ASYNC), response);
    }

    private void isNotConcluded(Change change, FakeRequest upload) {
        assertThat(fixture.events)
                .extracting(event -> event.outcome().name())
                .as("outcomes")
                .containsExactly("SESSION_CHANGED");
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getHeader("Location")).isNull();
        assertThat(KycIdentity.of(other.as("alice")).flatMap(KycIdentity::recordId))
                .isEqualTo(change == Change.PASS ? java.util.Optional.of("other") : java.util.Optional.empty());
        assertThat(upload.getAttribute(CapturePage.MODEL) != null).as("a page").isEqualTo(change.isOwn);
        if (change == Change.END) {
            assertThat(upload.hasSession() && upload.getSession(false) != null).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void while_a_form_is_read(Change change) throws Exception {
        FakeRequest upload = form();

        handleWhile(upload, request -> change.step.take(request, other));

        isNotConcluded(change, upload);
        assertThat(fixture.selfies).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void while_a_form_is_read_that_is_broken(Change change) throws Exception {
        byte[] form = FormUploadTest.form(token, new byte[100]);
        FakeRequest upload = form().body(form, form.length);

        handleWhile(upload, request -> change.step.take(request, other));

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(upload.getAttribute(CapturePage.MODEL) != null).isEqualTo(change.isOwn);
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void while_a_thread_reads_a_picture(Change change) throws Exception {
        FakeRequest upload = picture();

        handleWhile(upload, request -> change.step.take(request, other));

        isNotConcluded(change, upload);
        assertThat(fixture.selfies).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void while_a_picture_is_received(Change change) throws Exception {
        fixture.matcher = selfie -> CompletableFuture.completedFuture(MATCH);
        FakeRequest upload = picture().asyncSupported();
        handler.handle(upload, response);
        change.step.take(upload, other);

        upload.readListener().onDataAvailable();
        upload.readListener().onAllDataRead();
        comesBack(upload);

        isNotConcluded(change, upload);
        // What only the request knows, its principal and the session of its cookie, shows when it comes back.
        assertThat(fixture.selfies).hasSize(change.showsInTheSession() ? 0 : 1);
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void while_the_matcher_works(Change change) throws Exception {
        CompletableFuture<FaceMatch> check = new CompletableFuture<>();
        fixture.matcher = selfie -> check;
        FakeRequest upload = form().asyncSupported();
        handler.handle(upload, response);
        arrive(upload);
        change.step.take(upload, other);

        check.complete(MATCH);
        comesBack(upload);

        isNotConcluded(change, upload);
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void while_a_thread_waits_for_the_matcher(Change change) throws Exception {
        FakeRequest upload = form();
        fixture.matcher = selfie -> {
            change.step.take(upload, other);
            return CompletableFuture.completedFuture(new FaceMatch.NotMatched());
        };

        handler.handle(upload, response);

        isNotConcluded(change, upload);
    }

    /** The verdict is out by then, so that it has its event; the pass is not given all the same. */
    @ParameterizedTest
    @EnumSource(Change.class)
    void while_an_observer_works(Change change) throws Exception {
        fixture.matcher = selfie -> CompletableFuture.completedFuture(MATCH);
        FakeRequest upload = form();
        fixture.audited = event -> {
            if (event.outcome().name().equals("PASSED")) {
                change.step.take(upload, other);
            }
        };

        handler.handle(upload, response);

        assertThat(fixture.events.get(0).outcome().name()).isEqualTo("PASSED");
        fixture.events.remove(0);
        isNotConcluded(change, upload);
    }

    /** Between the last comparison and the pass's own change of the id: it is the container that does not compare and set. */
    @Test
    void at_the_very_moment_of_the_pass() throws Exception {
        fixture.matcher = selfie -> CompletableFuture.completedFuture(MATCH);
        HttpSession session = other.getSession();
        FakeRequest upload = form();

        handler.handle(
                new HttpServletRequestWrapper(upload) {
                    @Override
                    public String changeSessionId() {
                        other.changeSessionId();
                        return super.changeSessionId();
                    }
                },
                response);

        assertThat(fixture.events)
                .extracting(event -> event.outcome().name())
                .containsExactly("PASSED", "SESSION_CHANGED");
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getHeader("Location")).isNull();
        assertThat(upload.getAttribute(CapturePage.MODEL)).isNull();
        assertThat(session.getAttribute(KycIdentity.SESSION_ATTRIBUTE))
                .as("a pass")
                .isNull();
        // Its id is in this answer's cookie by now, and may be another client's session.
        assertThat(other.getSession(false)).as("a session").isNull();
    }

    /** What the person at the browser does while a check is under way that was begun for Anna, where the face is the login. */
    enum Person {
        LOGS_OUT(FaceCheckSession::logout),
        GIVES_ANOTHER_NAME(session -> session.claim("b.small"));

        private final Consumer<FaceCheckSession> step;

        Person(Consumer<FaceCheckSession> step) {
            this.step = step;
        }
    }

    @ParameterizedTest
    @EnumSource(Person.class)
    void by_a_person_who_logs_out_or_gives_another_name_is_not_undone_by_a_check_of_before(Person person)
            throws Exception {
        HttpSession session = annaIsLoggedIn();
        CompletableFuture<FaceMatch> check = new CompletableFuture<>();
        fixture.matcher = selfie -> check;
        FakeRequest upload = form().as(null).asyncSupported();
        handler.handle(upload, response);
        arrive(upload);

        person.step.accept(FaceCheckSession.of(other));
        check.complete(MATCH);
        comesBack(upload);

        assertThat(fixture.events).extracting(event -> event.outcome().name()).containsExactly("SESSION_CHANGED");
        assertThat(session.getAttribute(KycIdentity.SESSION_ATTRIBUTE)).isNull();
        assertThat(response.getStatus()).isEqualTo(403);
    }

    @Test
    void by_nobody_lets_a_check_of_the_person_who_is_logged_in_come_to_its_end() throws Exception {
        annaIsLoggedIn();
        fixture.matcher = selfie -> CompletableFuture.completedFuture(MATCH);

        handler.handle(form().as(null), response);

        assertThat(fixture.events).extracting(event -> event.outcome().name()).containsExactly("PASSED");
    }

    private HttpSession annaIsLoggedIn() {
        FaceCheckSession.of(other.as(null))
                .grant(
                        new KycIdentity("card", Map.of()),
                        new FaceCaller("A.Gross", List.of()),
                        CaptureFixture.NOW - 3_600_000);
        return other.getSession();
    }

    @Test
    void a_check_that_is_not_concluded_is_no_free_one() throws Exception {
        fixture.matcher = selfie -> CompletableFuture.completedFuture(MATCH);
        for (int i = 0; i < 2; i++) {
            FakeRequest page = FakeRequest.get("/app/facecheck").with(other.getSession());
            String fresh = FaceCheckSession.of(page).issueToken().text();
            byte[] form = FormUploadTest.form(fresh, PICTURE);
            FakeRequest upload = form().body(form, form.length).asyncSupported();
            handler.handle(upload, new FakeResponse());
            arrive(upload);
            other.changeSessionId();
            handler.handle(upload.dispatched(DispatcherType.ASYNC), new FakeResponse());
        }

        handler.handle(form(), response);

        assertThat(response.getStatus()).isEqualTo(429);
    }

    /** As some containers say it, to whoever asks such a session for anything; here in the step that follows the comparison. */
    @Test
    void a_session_that_ends_in_the_middle_of_a_step_is_no_fault_of_the_server() throws Exception {
        HttpSession begun = other.getSession();
        AtomicBoolean isEnded = new AtomicBoolean();
        FakeRequest upload = form().with(mock(HttpSession.class, invocation -> {
            if (invocation.getMethod().getName().equals("setAttribute")) {
                isEnded.set(true);
            }
            if (isEnded.get()) {
                throw new IllegalStateException("ended");
            }
            return invocation.getMethod().invoke(begun, invocation.getArguments());
        }));

        handler.handle(upload, response);

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(fixture.events).extracting(event -> event.outcome().name()).containsExactly("SESSION_CHANGED");
    }

    /** What fails for another reason is not hidden. */
    @Test
    void a_failure_in_a_session_that_is_as_it_was_stays_one() throws Exception {
        fixture.matcher = selfie -> CompletableFuture.completedFuture(MATCH);
        HttpSession begun = other.getSession();
        FakeRequest upload = form().with(mock(HttpSession.class, invocation -> {
            if (invocation.getMethod().getName().equals("setAttribute")) {
                throw new IllegalStateException("full");
            }
            return invocation.getMethod().invoke(begun, invocation.getArguments());
        }));

        assertThatThrownBy(() -> handler.handle(upload, response)).hasMessage("full");
        assertThat(fixture.events).isEmpty();
    }

    @Test
    void a_check_that_could_not_begin_gives_its_attempt_back() throws Exception {
        fixture.matcher = selfie -> {
            throw new NoClassDefFoundError("org/example/Missing");
        };
        for (int i = 0; i < 3; i++) {
            FakeRequest page = FakeRequest.get("/app/facecheck").with(other.getSession());
            String fresh = FaceCheckSession.of(page).issueToken().text();
            byte[] form = FormUploadTest.form(fresh, PICTURE);

            FakeRequest upload = form().body(form, form.length).asyncSupported();
            handler.handle(upload, response);
            arrive(upload);

            assertThatThrownBy(() -> comesBack(upload)).isInstanceOf(NoClassDefFoundError.class);
        }
    }

    @Test
    void an_upload_without_a_session_is_told_to_send_again() throws Exception {
        FakeRequest upload = form().with(null);

        handler.handle(upload, response);

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(upload.getAttribute(CapturePage.MODEL)).isNotNull();
        assertThat(fixture.events).isEmpty();
    }
}
