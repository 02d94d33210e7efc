package org.facecheck.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.facecheck.FaceCaller;
import org.facecheck.KycIdentity;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeSession;
import org.facecheck.fake.Interrupted;
import org.facecheck.fake.TestConfig;
import org.facecheck.internal.attempts.AttemptCount;
import org.facecheck.internal.attempts.AttemptsUnavailableException;
import org.facecheck.internal.attempts.SessionCounter;
import org.facecheck.internal.caller.PrincipalName;
import org.facecheck.internal.config.AttemptsConfig;
import org.facecheck.internal.config.RuleName;
import org.facecheck.internal.figures.SessionsWithPass;
import org.facecheck.internal.guard.RequestFingerprint;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.session.FormToken.Status;
import org.facecheck.internal.session.RememberedRequest.Form;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FaceCheckSessionTest {
    private static final KycIdentity IDENTITY = new KycIdentity("card", Map.of("fullName", "FIRST LAST"));
    private static final AttemptsConfig TWICE = TestConfig.with().read().attempts();
    private static final long NOW = 1_000_000_000;
    private static final String TARGET = "/app/secure/page?x=1";
    private static final RememberedRequest PAGE = Interrupted.page(TARGET, "protect");
    private static final RememberedRequest FORM = Interrupted.form(
            TARGET,
            "protect",
            new Form("application/x-www-form-urlencoded", "a=1".getBytes(StandardCharsets.US_ASCII)));

    private final FakeRequest request = FakeRequest.get("/app/facecheck");
    private final FaceCheckSession session = FaceCheckSession.of(request);

    /** A later request of the same browser's. */
    private FakeRequest later(String target) {
        return FakeRequest.navigation(target).with(request.getSession());
    }

    private FakeRequest fromOtherSite(String target) {
        return later(target).header("Sec-Fetch-Site", "cross-site");
    }

    /** The token of a capture page that a browser is sent to for this request, and shows at once. */
    private FormToken pageFor(RememberedRequest wanted) {
        FaceCheckSession.of(later(wanted.target().text())).requests().saveRequest(wanted);
        return FaceCheckSession.of(later("/app/facecheck")).issueToken();
    }

    /** What a passed check of this page's picture leads to. */
    private Optional<String> pass(FormToken token) {
        FaceCheckSession sent = FaceCheckSession.of(later("/app/facecheck"));
        assertThat(sent.redeem(token)).isEqualTo(Status.VALID);
        return sent.grant(IDENTITY, NOW).map(RequestTarget::text);
    }

    private static RequestFingerprint page(String target) {
        return RequestFingerprint.ofPage(new RequestTarget(target));
    }

    private SessionCounter attempts() {
        return SessionAttempts.source(request).session();
    }

    private void countAttempt(AttemptsConfig config) throws AttemptsUnavailableException {
        attempts().change(attempts -> attempts.oneMore(config.window(), NOW));
    }

    private Duration lockedFor(AttemptsConfig config) {
        return attempts().current().lockedFor(config.max(), config.window(), NOW);
    }

    /** What each of many threads says that were let go together. */
    private static <T> List<T> together(int threads, Callable<T> step) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier barrier = new CyclicBarrier(threads);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(() -> {
                    barrier.await();
                    return step.call();
                }));
            }
            List<T> all = new ArrayList<>();
            for (Future<T> one : running) {
                all.add(one.get());
            }
            return all;
        } finally {
            executor.shutdownNow();
        }
    }

    /** As Payara gives one to those at the same path of two virtual servers, where availability is enabled. */
    @Test
    void what_one_application_keeps_in_a_session_is_not_there_for_another_one_that_has_it_in_common() throws Exception {
        FakeSession common = (FakeSession) request.getSession();
        common.isOf("//server/app");
        FormToken token = pageFor(FORM);
        for (int i = 0; i < TWICE.max(); i++) {
            countAttempt(TWICE);
        }
        FaceCheckSession.of(request).claim("anna");

        common.isOf("//other/app");

        assertThat(session.requests().getRequest()).isEmpty();
        assertThat(session.statusOf(token)).isEqualTo(Status.UNKNOWN);
        assertThat(lockedFor(TWICE)).isZero();
        assertThat(FaceCheckSession.claimed(request)).isEmpty();

        common.isOf("//server/app");

        assertThat(lockedFor(TWICE)).isPositive();
        assertThat(FaceCheckSession.claimed(request)).contains(new PrincipalName("anna"));
        assertThat(pass(token)).contains(TARGET);
        assertThat(FaceCheckSession.of(later(TARGET)).requests().takeMatchingForm(new RequestTarget(TARGET)))
                .isPresent();
    }

    @Test
    void a_page_stays_with_what_it_was_opened_for_while_another_tab_wants_something_else() {
        FaceCheckSession.of(later(TARGET)).requests().saveRequest(PAGE);
        FaceCheckSession shown = FaceCheckSession.of(later("/app/facecheck"));
        shown.issueToken();

        FaceCheckSession.of(later("/app/other")).requests().saveRequest(Interrupted.page("/app/other", "admin"));

        assertThat(shown.requests().getRequest()).contains(PAGE);
        assertThat(shown.requests().rules()).containsExactly(new RuleName("protect"));
    }

    @Nested
    class A_session {
        @Test
        void is_begun_only_where_one_is_needed() {
            FakeRequest stranger = FakeRequest.get("/app/");

            assertThat(FaceCheckSession.existing(stranger)).isEmpty();
            assertThat(stranger.hasSession()).isFalse();
            FaceCheckSession.of(stranger);
            assertThat(FaceCheckSession.existing(stranger)).isPresent();
        }

        @Test
        void without_a_login_has_no_principal() {
            assertThat(PrincipalName.of(request)).isEmpty();
            assertThat(PrincipalName.of(request.as("alice"))).contains(new PrincipalName("alice"));
        }

        @Test
        void with_something_else_under_its_names_is_a_new_one() {
            request.getSession().setAttribute("org.facecheck.verification", "planted");
            request.getSession().setAttribute("org.facecheck.attempts", "planted");

            assertThat(session.requests().getRequest()).isEmpty();
            assertThat(session.redeem(new FormToken("planted"))).isEqualTo(Status.UNKNOWN);
            assertThat(lockedFor(TWICE)).isZero();
        }
    }

    @Nested
    class What_was_interrupted {
        @Test
        void is_remembered_with_the_rule_that_did_it() {
            session.requests().saveRequest(PAGE);

            assertThat(session.requests().getRequest()).contains(PAGE);
            assertThat(session.requests().rules()).contains(new RuleName("protect"));
        }

        @Test
        void stays_when_another_rule_asks() {
            session.requests().saveRequest(PAGE);
            session.requests().noteRule(new RuleName("strict"));

            assertThat(session.requests().getRequest()).contains(PAGE);
            assertThat(session.requests().rules()).contains(new RuleName("strict"));
        }

        @Test
        void gives_way_to_what_is_wanted_later() {
            RememberedRequest later = Interrupted.page("/app/other", "strict");
            session.requests().saveRequest(FORM);
            session.requests().saveRequest(later);

            assertThat(session.requests().getRequest()).contains(later);
        }

        @Test
        void does_not_cost_a_tab_its_token() {
            FormToken token = session.issueToken();
            session.requests().saveRequest(PAGE);
            session.requests().noteRule(new RuleName("strict"));

            assertThat(session.redeem(token)).isEqualTo(Status.VALID);
        }
    }

    @Nested
    class A_token {
        @Test
        void is_redeemed_once() {
            FormToken token = session.issueToken();

            assertThat(session.redeem(token)).isEqualTo(Status.VALID);
            assertThat(session.redeem(token)).isEqualTo(Status.USED);
        }

        @Test
        void is_asked_about_without_a_change() {
            FormToken token = session.issueToken();
            FakeRequest upload = later("/app/facecheck");
            FaceCheckSession sent = FaceCheckSession.of(upload);

            assertThat(sent.statusOf(token)).isEqualTo(Status.VALID);
            assertThat(FormToken.boundTo(upload)).isNull();
            assertThat(sent.statusOf(new FormToken("planted"))).isEqualTo(Status.UNKNOWN);
            assertThat(sent.bind(new FormToken("planted"))).isEqualTo(Status.UNKNOWN);
            assertThat(FormToken.boundTo(upload)).isNull();
            assertThat(sent.redeem(token)).isEqualTo(Status.VALID);
            assertThat(FormToken.boundTo(upload)).isEqualTo(token);
            assertThat(sent.statusOf(token)).isEqualTo(Status.USED);
        }

        @Test
        void is_worth_nothing_in_another_session() {
            FormToken token = session.issueToken();

            assertThat(FaceCheckSession.of(FakeRequest.get("/app/")).redeem(token))
                    .isEqualTo(Status.UNKNOWN);
            assertThat(session.redeem(token)).isEqualTo(Status.VALID);
        }

        @Test
        void is_redeemed_by_one_of_many_requests_at_once() throws Exception {
            for (int round = 0; round < 50; round++) {
                FormToken token = session.issueToken();

                assertThat(together(4, () -> session.redeem(token))).containsOnlyOnce(Status.VALID);
            }
        }

        @Test
        void is_not_lost_when_tabs_open_at_once() throws Exception {
            List<FormToken> tokens = together(8, session::issueToken);

            assertThat(tokens).doesNotHaveDuplicates().allMatch(token -> session.redeem(token) == Status.VALID);
        }
    }

    @Nested
    class Two_tabs {
        private static final RememberedRequest OTHER = Interrupted.page("/app/other", "strict");

        @Test
        void go_on_to_what_each_of_them_wanted() {
            FormToken first = pageFor(PAGE);
            FormToken second = pageFor(OTHER);

            assertThat(pass(first)).contains(TARGET);
            assertThat(pass(second)).contains("/app/other");
        }

        @Test
        void do_so_in_whatever_order() {
            FormToken first = pageFor(PAGE);
            FormToken second = pageFor(OTHER);

            assertThat(pass(second)).contains("/app/other");
            assertThat(pass(first)).contains(TARGET);
        }

        @Test
        void keep_what_they_wanted_over_a_picture_that_was_of_no_use() {
            FormToken first = pageFor(PAGE);
            pageFor(OTHER);
            FaceCheckSession sent = FaceCheckSession.of(later("/app/facecheck"));
            sent.redeem(first);

            assertThat(pass(sent.issueToken())).contains(TARGET);
        }

        @Test
        void keep_it_even_for_a_token_that_was_used() {
            FormToken first = pageFor(PAGE);
            pageFor(OTHER);
            FaceCheckSession.of(later("/app/facecheck")).redeem(first);
            FaceCheckSession again = FaceCheckSession.of(later("/app/facecheck"));
            assertThat(again.redeem(first)).isEqualTo(Status.USED);

            assertThat(pass(again.issueToken())).contains(TARGET);
        }

        @Test
        void have_rules_of_their_own() {
            FormToken first = pageFor(PAGE);
            pageFor(OTHER);
            FaceCheckSession sent = FaceCheckSession.of(later("/app/facecheck"));
            assertThat(sent.bind(first)).isEqualTo(Status.VALID);

            assertThat(sent.requests().rules()).containsExactly(new RuleName("protect"));
            assertThat(sent.requests().getRequest()).contains(PAGE);
        }

        @Test
        void find_what_the_other_has_not_passed_when_they_are_loaded_anew() {
            FormToken first = pageFor(PAGE);
            pageFor(OTHER);
            pass(first);

            assertThat(FaceCheckSession.of(later("/app/facecheck")).requests().getRequest())
                    .contains(OTHER);
        }

        @Test
        void put_a_form_back_in_place_when_its_own_tab_goes_on() {
            FormToken form = pageFor(FORM);
            FormToken page = pageFor(OTHER);
            pass(page);
            assertThat(Pass.in(request).isResuming()).isFalse();
            assertThat(session.requests().takeMatchingForm(new RequestTarget(TARGET)))
                    .isEmpty();

            FaceCheckSession sent = FaceCheckSession.of(later("/app/facecheck"));
            sent.redeem(form);
            sent.requests().removeRequest();

            assertThat(Pass.in(request).isResuming()).isTrue();
            assertThat(session.requests().takeMatchingForm(new RequestTarget(TARGET)))
                    .isEqualTo(FORM.form());
            assertThat(session.requests().takeMatchingForm(new RequestTarget(TARGET)))
                    .isEmpty();
        }

        @Test
        void put_back_no_form_that_a_constraint_has_stopped_unless_the_container_is_asked_again() {
            RememberedRequest stopped =
                    Interrupted.form(TARGET, "security-constraint", FORM.form().orElseThrow());
            pass(pageFor(stopped));

            assertThat(session.requests().takeMatchingForm(new RequestTarget(TARGET)))
                    .isEmpty();
            assertThat(session.requests().takeFormOfCheck(new RequestTarget(TARGET)))
                    .isEmpty();
            assertThat(session.requests().takeFormOfConstraint(new RequestTarget(TARGET)))
                    .isEqualTo(FORM.form());
            assertThat(session.requests().takeFormOfConstraint(new RequestTarget(TARGET)))
                    .isEmpty();
        }

        @Test
        void put_no_rules_form_in_the_constraints_place() {
            pass(pageFor(FORM));

            assertThat(session.requests().takeFormOfConstraint(new RequestTarget(TARGET)))
                    .isEmpty();
            assertThat(session.requests().takeMatchingForm(new RequestTarget(TARGET)))
                    .isEqualTo(FORM.form());
        }

        @Test
        void put_a_form_back_each() {
            RememberedRequest more =
                    Interrupted.form("/app/more", "protect", FORM.form().orElseThrow());
            pass(pageFor(FORM));
            pass(pageFor(more));

            assertThat(session.requests().takeMatchingForm(new RequestTarget(TARGET)))
                    .isEqualTo(FORM.form());
            assertThat(Pass.in(request).isResuming()).isTrue();
            assertThat(session.requests().takeMatchingForm(new RequestTarget("/app/more")))
                    .isEqualTo(FORM.form());
            assertThat(Pass.in(request).isResuming()).isFalse();
        }

        @Test
        void open_one_one_time_target_with_one_check() {
            FormToken first = pageFor(PAGE);
            pageFor(OTHER);
            pass(first);

            assertThat(session.useUpPass(page("/app/other"))).isFalse();
            assertThat(session.useUpPass(page(TARGET))).isTrue();
        }
    }

    @Nested
    class What_another_site_makes_the_browser_ask_for {
        private static final RememberedRequest PLANTED = Interrupted.page("/app/planted", "protect");

        private void plant() {
            FaceCheckSession.of(fromOtherSite("/app/planted")).requests().saveRequest(PLANTED);
        }

        @Test
        void does_not_change_what_an_open_page_leads_to() {
            FormToken token = pageFor(PAGE);
            plant();

            assertThat(pass(token)).contains(TARGET);
        }

        @Test
        void does_not_come_between_a_request_and_its_page() {
            session.requests().saveRequest(PAGE);
            plant();

            assertThat(pass(FaceCheckSession.of(later("/app/facecheck")).issueToken()))
                    .contains(TARGET);
        }

        @Test
        void is_not_what_a_person_wanted_who_opens_the_page_directly() {
            plant();

            assertThat(session.requests().getRequest()).isEmpty();
        }

        @Test
        void is_what_a_link_led_to_for_its_own_page() {
            plant();

            assertThat(pass(FaceCheckSession.of(fromOtherSite("/app/facecheck")).issueToken()))
                    .contains("/app/planted");
        }
    }

    @Nested
    class A_session_that_Facecheck_begins {
        @Test
        void ends_soon_where_no_check_is_passed() {
            assertThat(request.getSession().getMaxInactiveInterval()).isEqualTo(600);
        }

        @Test
        void lives_as_long_as_the_container_says_after_a_pass() {
            session.grant(IDENTITY, NOW);

            assertThat(request.getSession().getMaxInactiveInterval()).isEqualTo(1800);
        }

        @Test
        void lives_as_long_as_the_container_says_after_a_login() {
            FaceCheckSession.of(later("/app/facecheck").as("alice"));

            assertThat(request.getSession().getMaxInactiveInterval()).isEqualTo(1800);
        }

        @Test
        void is_never_made_to_live_longer() {
            SessionLimits limits = new SessionLimits(Duration.ofMinutes(10), new RememberBudget(0));

            assertThat(limits.idleSeconds(300)).isEqualTo(300);
            assertThat(limits.idleSeconds(0)).isEqualTo(600);
            assertThat(limits.idleSeconds(-1)).isEqualTo(600);
            assertThat(new SessionLimits(Duration.ofMillis(1), new RememberBudget(0)).idleSeconds(0))
                    .isEqualTo(1);
        }

        @Test
        void leaves_one_of_the_applications_own_as_it_is() {
            FakeRequest own = FakeRequest.get("/app/");
            own.getSession().setMaxInactiveInterval(7200);

            FaceCheckSession.of(own).requests().saveRequest(PAGE);
            assertThat(own.getSession().getMaxInactiveInterval()).isEqualTo(7200);
            FaceCheckSession.of(own).grant(IDENTITY, NOW);
            assertThat(own.getSession().getMaxInactiveInterval()).isEqualTo(7200);
        }
    }

    @Nested
    class Where_all_sessions_remember_much {
        private final RememberedRequest large =
                Interrupted.form(TARGET, "strict", new Form("text/plain", new byte[600_000]));

        @Test
        void nothing_more_is_kept_but_the_rule() {
            assertThat(session.requests().saveRequest(large)).isTrue();
            assertThat(session.requests().saveRequest(large)).isFalse();
            session.requests().noteRule(new RuleName("protect"));

            assertThat(session.requests().saveRequest(large)).isFalse();
            assertThat(session.requests().rules()).contains(new RuleName("strict"));
        }

        @Test
        void there_is_room_again_once_a_form_was_resumed() {
            session.requests().saveRequest(large);
            session.grant(IDENTITY, NOW);
            session.requests().takeMatchingForm(new RequestTarget(TARGET));

            assertThat(session.requests().saveRequest(large)).isTrue();
        }

        @Test
        void there_is_room_again_when_a_session_ends() {
            session.requests().saveRequest(large);

            new FaceCheckSessionListener().sessionDestroyed(new HttpSessionEvent(request.getSession()));

            assertThat(session.requests().saveRequest(large)).isTrue();
        }

        @Test
        void an_end_that_comes_too_late_does_no_harm() {
            HttpSession gone = mock(HttpSession.class);
            when(gone.getServletContext()).thenReturn(mock(ServletContext.class));
            when(gone.getId()).thenReturn("gone");
            when(gone.getAttribute(anyString())).thenThrow(new IllegalStateException("invalidated"));

            assertThatCode(() -> new FaceCheckSessionListener().sessionDestroyed(new HttpSessionEvent(gone)))
                    .doesNotThrowAnyException();
        }
    }

    @Nested
    class Attempts_are_counted {
        @Test
        void until_the_session_is_locked() throws Exception {
            countAttempt(TWICE);
            assertThat(lockedFor(TWICE)).isZero();

            countAttempt(TWICE);
            assertThat(lockedFor(TWICE)).isEqualTo(Duration.ofMinutes(15));
        }

        @Test
        void but_for_those_that_are_forgiven() throws Exception {
            countAttempt(TWICE);
            countAttempt(TWICE);
            attempts().change(AttemptCount::oneLess);

            assertThat(lockedFor(TWICE)).isZero();
        }

        @Test
        void from_the_beginning_after_a_pass() throws Exception {
            countAttempt(TWICE);
            session.grant(IDENTITY, NOW);
            countAttempt(TWICE);

            assertThat(lockedFor(TWICE)).isZero();
        }

        @Test
        void one_by_one_even_when_they_come_at_once() throws Exception {
            AttemptsConfig many =
                    TestConfig.with().attempts(400, 400, 400).read().attempts();
            for (int round = 0; round < 50; round++) {
                together(8, () -> {
                    countAttempt(many);
                    return true;
                });
            }

            assertThat(lockedFor(many)).isPositive();
        }
    }

    @Nested
    class A_login_by_the_face {
        private static final FaceCaller ANNA = new FaceCaller("a.gross", Set.of());
        private static final FaceCaller BOB = new FaceCaller("b.small", Set.of());

        private String claimed() {
            return FaceCheckSession.claimed(request).map(PrincipalName::text).orElse(null);
        }

        @Test
        void asks_for_whoever_the_person_says_that_they_are_until_somebody_is_logged_in() {
            assertThat(claimed()).isNull();
            session.claim("A.Gross");
            assertThat(claimed()).isEqualTo("A.Gross");

            session.grant(IDENTITY, ANNA, NOW);

            assertThat(claimed()).isEqualTo("a.gross");
        }

        @Test
        void asks_for_nobody_beside_a_principal_of_the_containers() {
            session.claim("a.gross");
            request.as("alice");

            assertThat(claimed()).isNull();
        }

        @Test
        void is_ended_by_another_name_and_not_by_the_same_one() {
            session.grant(IDENTITY, ANNA, NOW);

            FaceCheckSession.of(request).claim(" A.GROSS");
            assertThat(Pass.in(request)).isNotNull();
            FaceCheckSession.of(request).claim("b.small");

            assertThat(Pass.in(request)).isNull();
            assertThat(claimed()).isEqualTo("b.small");
        }

        @Test
        void keeps_the_session_of_the_same_person_over_a_logout() {
            session.grant(IDENTITY, ANNA, NOW);
            HttpSession before = request.getSession();
            before.setAttribute("basket", "mine");
            FaceCheckSession.of(request).logout();

            FaceCheckSession.of(request).grant(IDENTITY, ANNA, NOW);

            assertThat(request.getSession()).isSameAs(before);
            assertThat(request.getSession().getAttribute("basket")).isEqualTo("mine");
        }

        @Test
        void of_another_person_begins_a_session_that_has_nothing_of_the_one_before() {
            session.grant(IDENTITY, ANNA, NOW);
            HttpSession before = request.getSession();
            before.setAttribute("basket", "mine");
            FaceCheckSession.of(request).logout();
            Form form = new Form("application/x-www-form-urlencoded", new byte[] {'a', '=', '1'});
            FaceCheckSession.of(request).requests().saveRequest(Interrupted.form("/app/form", "protect", form));

            assertThat(FaceCheckSession.of(request).grant(IDENTITY, BOB, NOW)).isEmpty();

            assertThat(request.getSession().getId()).isNotEqualTo(before.getId());
            assertThat(request.getSession().getAttribute("basket")).isNull();
            assertThat(FaceCheckSession.of(request)
                            .requests()
                            .takeMatchingForm(RequestTarget.parse("/app/form").orElseThrow()))
                    .isEmpty();
            Pass pass = Pass.in(request);
            assertThat(pass).isNotNull();
            assertThat(pass.caller()).isEqualTo(BOB);
        }

        @Test
        void of_another_person_still_leads_to_the_page_that_was_wanted() {
            session.grant(IDENTITY, ANNA, NOW);
            FaceCheckSession.of(request).logout();
            FaceCheckSession.of(request).requests().saveRequest(Interrupted.page("/app/page", "protect"));

            assertThat(FaceCheckSession.of(request).grant(IDENTITY, BOB, NOW))
                    .contains(RequestTarget.parse("/app/page").orElseThrow());
        }

        @Test
        void ends_with_the_session_and_not_with_the_application() {
            List<FaceCaller> told = new ArrayList<>();
            String name = SessionLimits.class.getName();
            AtomicReference<SessionLimits> limits = new AtomicReference<>(new SessionLimits(
                    "",
                    Duration.ofMinutes(10),
                    new RememberBudget(1_000_000),
                    null,
                    new SessionsWithPass(),
                    (caller, why) -> told.add(caller),
                    null));
            ServletContext context = request.getSession().getServletContext();
            when(context.getAttribute(name)).thenAnswer(asked -> limits.get());
            doAnswer(removed -> limits.getAndSet(null)).when(context).removeAttribute(name);
            session.grant(IDENTITY, ANNA, NOW);
            HttpSessionBindingEvent removal = new HttpSessionBindingEvent(
                    request.getSession(),
                    KycIdentity.SESSION_ATTRIBUTE,
                    request.getSession().getAttribute(KycIdentity.SESSION_ATTRIBUTE));

            new FaceCheckSessionListener().attributeRemoved(removal);
            assertThat(told).containsExactly(ANNA);
            context.removeAttribute(name); // as StartupCompletedServlet does
            new FaceCheckSessionListener().attributeRemoved(removal);

            assertThat(told).containsExactly(ANNA);
        }

        @Test
        void lets_the_session_be_idle_for_as_long_as_the_deployer_says_and_no_longer_than_the_container() {
            ServletContext context = request.getSession().getServletContext();
            when(context.getAttribute(SessionLimits.class.getName()))
                    .thenReturn(new SessionLimits(
                            "",
                            Duration.ofMinutes(10),
                            new RememberBudget(1_000_000),
                            Duration.ofMinutes(5),
                            new SessionsWithPass(),
                            (caller, why) -> {},
                            null));

            session.grant(IDENTITY, ANNA, NOW);
            assertThat(request.getSession().getMaxInactiveInterval()).isEqualTo(300);

            request.getSession().setMaxInactiveInterval(60);
            FaceCheckSession.of(request).grant(IDENTITY, ANNA, NOW);
            assertThat(request.getSession().getMaxInactiveInterval()).isEqualTo(60);
        }
    }

    @Nested
    class A_pass {
        @Test
        void belongs_to_the_principal_that_is_logged_in() {
            request.as("alice");
            session.grant(IDENTITY, NOW);

            assertThat(Pass.in(request))
                    .usingRecursiveComparison()
                    .isEqualTo(new Pass(
                            IDENTITY,
                            NOW,
                            "",
                            request.getSession().getId(),
                            new PrincipalName("alice"),
                            null,
                            false,
                            null));
        }

        @Test
        void changes_the_sessions_id() {
            String before = request.getSession().getId();

            session.grant(IDENTITY, NOW);

            assertThat(request.getSession().getId()).isNotEqualTo(before);
        }

        @Test
        void leads_to_what_was_wanted_and_forgets_it() {
            session.requests().saveRequest(PAGE);

            assertThat(session.grant(IDENTITY, NOW)).contains(new RequestTarget(TARGET));
            assertThat(session.requests().getRequest()).isEmpty();
            assertThat(session.requests().rules()).isEmpty();
            assertThat(session.useUpPass(page("/app/secure/page"))).isFalse();
            assertThat(Pass.in(request).isResuming()).isFalse();
        }

        @Test
        void leads_nowhere_where_nothing_was_wanted() {
            assertThat(session.grant(IDENTITY, NOW)).isEmpty();
        }

        @Test
        void uses_up_its_own_token() {
            FormToken token = pageFor(FORM);

            pass(token);

            assertThat(session.redeem(token)).isEqualTo(Status.USED);
        }

        @Test
        void is_outdated_by_a_change_of_the_id_that_is_not_its_own() {
            session.requests().saveRequest(PAGE);
            session.grant(IDENTITY, NOW);

            request.changeSessionId();

            assertThat(Pass.in(request)).isNotNull();
            assertThat(Pass.in(request).isFresh(Duration.ofDays(366), System.currentTimeMillis()))
                    .isFalse();
            assertThat(session.useUpPass(page(TARGET))).isFalse();
            assertThat(Pass.in(request).identity()).isEqualTo(IDENTITY);
        }

        @Test
        void is_used_up_once_for_its_own_target() {
            session.requests().saveRequest(PAGE);
            session.grant(IDENTITY, NOW);

            assertThat(session.useUpPass(page("/app/secure/page"))).isFalse();
            assertThat(session.useUpPass(page(TARGET))).isTrue();
            assertThat(session.useUpPass(page(TARGET))).isFalse();
            assertThat(Pass.in(request)).isNotNull();
        }

        @Test
        void is_used_up_by_one_of_many_requests_at_once() throws Exception {
            for (int round = 0; round < 50; round++) {
                FaceCheckSession next = FaceCheckSession.of(request); // a view of the session under its id of now
                next.requests().saveRequest(PAGE);
                next.grant(IDENTITY, NOW);

                assertThat(together(4, () -> next.useUpPass(page(TARGET)))).containsOnlyOnce(true);
            }
        }

        @Test
        void is_not_used_up_by_another_principal_that_has_logged_in_since() {
            session.requests().saveRequest(PAGE);
            session.grant(IDENTITY, NOW);
            request.as("alice");

            assertThat(session.useUpPass(page(TARGET))).isFalse();
        }
    }

    @Nested
    class A_form {
        @Test
        void waits_for_its_target_and_is_taken_once() {
            session.requests().saveRequest(FORM);
            session.grant(IDENTITY, NOW);
            assertThat(Pass.in(request).isResuming()).isTrue();

            assertThat(session.requests().takeMatchingForm(new RequestTarget("/app/secure/page")))
                    .isEmpty();
            assertThat(session.requests().takeMatchingForm(new RequestTarget(TARGET)))
                    .isEqualTo(FORM.form());
            assertThat(session.requests().takeMatchingForm(new RequestTarget(TARGET)))
                    .isEmpty();
            assertThat(Pass.in(request).isResuming()).isFalse();
        }

        @Test
        void is_not_taken_by_a_request_of_another_sites() {
            session.requests().saveRequest(FORM);
            session.grant(IDENTITY, NOW);

            assertThat(FaceCheckSession.of(fromOtherSite(TARGET))
                            .requests()
                            .takeMatchingForm(new RequestTarget(TARGET)))
                    .isEmpty();
            assertThat(session.requests().takeMatchingForm(new RequestTarget(TARGET)))
                    .isEqualTo(FORM.form());
        }

        @Test
        void is_not_taken_without_a_pass() {
            session.requests().saveRequest(FORM);

            assertThat(session.requests().takeMatchingForm(new RequestTarget(TARGET)))
                    .isEmpty();
            assertThat(session.requests().getRequest()).contains(FORM);
        }

        @Test
        void of_another_principal_is_thrown_away() {
            session.requests().saveRequest(FORM);
            request.as("alice");
            session.grant(IDENTITY, NOW);

            assertThat(session.requests().takeMatchingForm(new RequestTarget(TARGET)))
                    .isEmpty();
            assertThat(Pass.in(request).isResuming()).isFalse();
        }

        @Test
        void that_was_resumed_leaves_a_one_time_check_to_be_used_up_for_it() {
            session.requests().saveRequest(FORM);
            session.grant(IDENTITY, NOW);
            session.requests().takeMatchingForm(new RequestTarget(TARGET));

            assertThat(session.useUpPass(page(TARGET))).isFalse();
            assertThat(session.useUpPass(FORM.fingerprint().orElseThrow())).isTrue();
            assertThat(session.useUpPass(FORM.fingerprint().orElseThrow())).isFalse();
        }

        @Test
        void is_taken_with_the_check_that_was_made_for_it() {
            session.requests().saveRequest(FORM);
            session.grant(IDENTITY, NOW);

            assertThat(session.useUpPass(page(TARGET))).isFalse();
            assertThat(session.requests().takeFormOfCheck(new RequestTarget("/app/other")))
                    .isEmpty();
            assertThat(session.requests().takeFormOfCheck(new RequestTarget(TARGET)))
                    .isEqualTo(FORM.form());
            assertThat(session.requests().takeFormOfCheck(new RequestTarget(TARGET)))
                    .isEmpty();
            assertThat(session.useUpPass(FORM.fingerprint().orElseThrow())).isFalse();
        }

        @Test
        void is_not_taken_with_a_check_that_was_made_for_another_one_to_the_same_target() {
            RememberedRequest million = Interrupted.form(
                    TARGET, "protect", new Form("text/plain", "a=1000000".getBytes(StandardCharsets.US_ASCII)));
            FormToken first = pageFor(million);
            FormToken second = pageFor(FORM);
            pass(first);
            pass(second);

            assertThat(session.requests().takeFormOfCheck(new RequestTarget(TARGET)))
                    .isEqualTo(FORM.form());
            assertThat(session.requests().takeFormOfCheck(new RequestTarget(TARGET)))
                    .isEmpty();
            assertThat(session.requests().takeMatchingForm(new RequestTarget(TARGET)))
                    .isEqualTo(million.form());
        }

        @Test
        void is_not_taken_with_a_check_that_was_made_for_a_page_of_the_same_target() {
            FormToken form = pageFor(FORM);
            FormToken page = pageFor(PAGE);
            pass(form);
            pass(page);

            assertThat(session.requests().takeFormOfCheck(new RequestTarget(TARGET)))
                    .isEmpty();
            assertThat(session.useUpPass(page(TARGET))).isTrue();
        }

        @Test
        void that_was_taken_is_not_the_page_of_its_target_to_a_later_check() {
            FormToken token = pageFor(FORM);
            pass(token);
            session.requests().takeFormOfCheck(new RequestTarget(TARGET));
            FaceCheckSession again = FaceCheckSession.of(later("/app/facecheck"));
            again.bind(token);

            assertThat(pass(again.issueToken())).contains(TARGET);
            assertThat(session.useUpPass(page(TARGET))).isFalse();
        }
    }

    @Nested
    class A_one_time_check {
        @Test
        void is_neither_taken_nor_destroyed_by_another_site() {
            session.requests().saveRequest(PAGE);
            session.grant(IDENTITY, NOW);

            for (String site : List.of("cross-site", "same-site")) {
                FakeRequest hostile = later(TARGET).header("Sec-Fetch-Site", site);
                assertThat(FaceCheckSession.of(hostile).useUpPass(page(TARGET))).isFalse();
            }
            assertThat(session.useUpPass(page(TARGET))).isTrue();
        }

        @Test
        void that_a_link_of_another_site_has_led_to_is_used_up_by_the_way_back() {
            FaceCheckSession.of(fromOtherSite(TARGET)).requests().saveRequest(PAGE);
            pass(FaceCheckSession.of(fromOtherSite("/app/facecheck")).issueToken());

            assertThat(FaceCheckSession.of(fromOtherSite(TARGET)).useUpPass(page(TARGET)))
                    .isFalse();
            assertThat(session.useUpPass(page(TARGET))).isTrue();
        }
    }
}
