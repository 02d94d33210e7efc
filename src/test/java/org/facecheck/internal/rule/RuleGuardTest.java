package org.facecheck.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facecheck.KycIdentity;
import org.facecheck.fake.Configs;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.fake.Interrupted;
import org.facecheck.internal.challenge.Challenge;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.guard.RuleProbe;
import org.facecheck.internal.guard.RuleProbeFilter;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.RememberedRequest;
import org.facecheck.internal.session.RememberedRequest.Form;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RuleGuardTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2030-06-30T12:00:00Z"), ZoneOffset.UTC);
    private static final String PAGE = "/app/secure/page";
    private static final String TRANSFER = "/app/transfer?to=1";

    private final HttpSession session = FakeRequest.get("/app/").getSession();
    private final Chain chain = new Chain();
    private final FakeResponse response = new FakeResponse();

    /** Notes what the guard lets pass. */
    private static final class Chain implements FilterChain {
        private HttpServletRequest passed;

        @Override
        public void doFilter(ServletRequest request, ServletResponse answer) {
            passed = (HttpServletRequest) request;
        }
    }

    private static RuleGuard guard(Rule rule) {
        return new RuleGuard(rule, new Challenge("/facecheck", 1000), CLOCK);
    }

    private FakeRequest navigation(String target) {
        return FakeRequest.navigation(target).with(session);
    }

    private boolean opens(Rule rule, FakeRequest request) throws Exception {
        chain.passed = null;
        guard(rule).pass(request, response, chain);
        return chain.passed != null;
    }

    private void verify(Duration ago, RememberedRequest wanted) {
        FaceCheckSession mine = FaceCheckSession.of(navigation("/app/facecheck"));
        if (wanted != null) {
            mine.requests().saveRequest(wanted);
        }
        mine.grant(new KycIdentity("card", Map.of()), CLOCK.millis() - ago.toMillis());
    }

    private void verify(Duration ago) {
        verify(ago, null);
    }

    @Nested
    class With_a_pass {
        @Test
        void the_request_goes_on_as_it_came() throws Exception {
            verify(Duration.ofMinutes(30));
            FakeRequest request = navigation(PAGE);

            assertThat(opens(Configs.HALF_HOUR, request)).isTrue();
            assertThat(chain.passed).isSameAs(request);
            assertThat(response.isUntouched()).isTrue();
        }

        @Test
        void that_is_too_old_it_does_not() throws Exception {
            verify(Duration.ofMinutes(30).plusMillis(1));

            assertThat(opens(Configs.HALF_HOUR, navigation(PAGE))).isFalse();
            assertThat(response.getStatus()).isEqualTo(303);
        }

        @Test
        void each_rule_asks_for_its_own_age() throws Exception {
            verify(Duration.ofMinutes(6));

            assertThat(opens(Configs.HALF_HOUR, navigation(PAGE))).isTrue();
            assertThat(opens(Configs.STRICT, navigation(PAGE))).isFalse();
        }

        @Test
        void of_another_principal_it_does_not() throws Exception {
            verify(Duration.ZERO);

            assertThat(opens(Configs.HALF_HOUR, navigation(PAGE).as("alice"))).isFalse();
        }

        @ParameterizedTest
        @EnumSource
        void every_kind_of_dispatch_goes_on(DispatcherType dispatch) throws Exception {
            verify(Duration.ZERO);

            assertThat(opens(Configs.HALF_HOUR, navigation(PAGE).dispatched(dispatch)))
                    .isTrue();
        }
    }

    @Nested
    class Without_a_pass {
        @ParameterizedTest
        @EnumSource(mode = Mode.EXCLUDE, names = "INCLUDE")
        void the_client_is_sent_for_one(DispatcherType dispatch) throws Exception {
            FakeRequest request = navigation(PAGE).dispatched(dispatch);

            assertThat(opens(Configs.HALF_HOUR, request)).isFalse();
            assertThat(response.getHeader("Location")).isEqualTo("/app/facecheck");
            assertThat(FaceCheckSession.of(request).requests().rules()).contains(Configs.HALF_HOUR.name());
        }

        @Test
        void an_include_is_left_out() throws Exception {
            response.getWriter().print("before");

            assertThat(opens(Configs.HALF_HOUR, navigation(PAGE).dispatched(DispatcherType.INCLUDE)))
                    .isFalse();
            assertThat(response.text()).isEqualTo("before");
            assertThat(response.getStatus()).isEqualTo(200);
        }

        @Test
        void nothing_follows_where_some_of_the_answer_has_gone_out() throws Exception {
            response.committed();

            assertThat(opens(Configs.HALF_HOUR, navigation(PAGE).dispatched(DispatcherType.FORWARD)))
                    .isFalse();
            assertThat(response.isUntouched()).isTrue();
        }

        @Test
        void a_suspicious_target_is_refused_instead() throws Exception {
            assertThat(opens(Configs.HALF_HOUR, navigation("/app/secure//page")))
                    .isFalse();
            assertThat(response.getStatus()).isEqualTo(400);
        }

        @Test
        void a_session_with_something_else_under_its_name_is_worth_nothing() throws Exception {
            session.setAttribute(KycIdentity.SESSION_ATTRIBUTE, Boolean.TRUE);

            assertThat(opens(Configs.HALF_HOUR, navigation(PAGE))).isFalse();
        }
    }

    /** As Faces does with a view that it comes to by itself. */
    @Nested
    class Something_that_passed_no_filter {
        @Test
        void is_admitted_with_a_pass() {
            verify(Duration.ofMinutes(5));

            assertThat(guard(Configs.HALF_HOUR).admit(navigation(PAGE))).isTrue();
        }

        @Test
        void is_not_admitted_without_one() {
            assertThat(guard(Configs.HALF_HOUR).admit(navigation(PAGE))).isFalse();
            assertThat(response.isUntouched()).isTrue();
        }

        @Test
        void is_where_the_client_comes_back_to_after_a_form() throws Exception {
            FakeRequest form = FakeRequest.form("/app/open/form", "a=1").with(session);

            guard(Configs.HALF_HOUR).challengeAt(PAGE, form, response);

            assertThat(response.getHeader("Location")).isEqualTo("/app/facecheck");
            assertThat(FaceCheckSession.of(form).requests().getRequest())
                    .hasValueSatisfying(
                            wanted -> assertThat(wanted.target().text()).isEqualTo(PAGE));
        }
    }

    /** The question of {@link RuleProbe}, which rules protect a path: asked in the name of a request, by an include. */
    @Nested
    class A_probe {
        private final FakeRequest request = navigation(PAGE);
        private final List<ServletRequest> wentOn = new ArrayList<>();

        /** A container in which each include comes to this filter, between the two ends of the probe. */
        private void container(Filter filter) {
            when(request.getServletContext().getRequestDispatcher(any())).thenReturn(new RequestDispatcher() {
                @Override
                public void forward(ServletRequest given, ServletResponse answer) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void include(ServletRequest given, ServletResponse answer) throws ServletException, IOException {
                    request.dispatched(DispatcherType.INCLUDE);
                    RuleProbeFilter end = new RuleProbeFilter();
                    FilterChain last = (one, two) -> end.doFilter(one, two, (passed, ignored) -> wentOn.add(passed));
                    end.doFilter(given, answer, (one, two) -> filter.doFilter(one, two, last));
                    request.dispatched(DispatcherType.REQUEST);
                }
            });
        }

        @Test
        void learns_of_the_rule_and_no_one_is_sent_away() throws Exception {
            container(new FaceCheckFilter(guard(Configs.STRICT)));

            assertThat(RuleProbe.rulesOf(List.of("/secure/page"), request, response))
                    .containsExactly(Configs.STRICT);
            assertThat(response.isUntouched()).isTrue();
            assertThat(wentOn).isEmpty();
        }

        @Test
        void learns_of_no_rule_where_there_is_none() throws Exception {
            container((given, answer, next) -> next.doFilter(given, answer));

            assertThat(RuleProbe.rulesOf(List.of("/open/page"), request, response))
                    .isEmpty();
        }
    }

    @Test
    void the_filter_is_the_guard() throws Exception {
        new FaceCheckFilter(guard(Configs.HALF_HOUR)).doFilter(navigation(PAGE), response, chain);

        assertThat(chain.passed).isNull();
        assertThat(response.getHeader("Location")).isEqualTo("/app/facecheck");
    }

    @Nested
    class Where_the_rule_has_an_exemption {
        private boolean opensBehind(ExemptionFilter exemption, Rule rule, FakeRequest request) throws Exception {
            chain.passed = null;
            FilterChain container = new FilterChain() {
                private boolean asked;

                @Override
                public void doFilter(ServletRequest given, ServletResponse answer)
                        throws IOException, ServletException {
                    if (asked) {
                        chain.doFilter(given, answer);
                    } else {
                        asked = true;
                        guard(rule).pass((HttpServletRequest) given, response, this);
                    }
                }
            };
            exemption.doFilter(request, response, container);
            return chain.passed != null;
        }

        @Test
        void it_opens_without_a_pass() throws Exception {
            FakeRequest request = FakeRequest.navigation(PAGE);

            assertThat(opensBehind(ExemptionFilter.of(Configs.STRICT), Configs.STRICT, request))
                    .isTrue();
            assertThat(request.hasSession()).isFalse();
            assertThat(response.isUntouched()).isTrue();
        }

        @Test
        void it_opens_where_all_rules_have() throws Exception {
            assertThat(opensBehind(ExemptionFilter.ofAllRules(), Configs.STRICT, navigation(PAGE)))
                    .isTrue();
        }

        @Test
        void another_rules_does_not_open_it() throws Exception {
            assertThat(opensBehind(ExemptionFilter.of(Configs.HALF_HOUR), Configs.STRICT, navigation(PAGE)))
                    .isFalse();
            assertThat(response.getStatus()).isEqualTo(303);
        }
    }

    @Nested
    class A_one_time_rule {
        private final RememberedRequest transfer = Interrupted.page(TRANSFER, Configs.ONE_TIME.name());

        @Test
        void opens_once_for_what_the_check_was_made_for() throws Exception {
            verify(Duration.ZERO, transfer);

            assertThat(opens(Configs.ONE_TIME, navigation(TRANSFER))).isTrue();
            assertThat(opens(Configs.ONE_TIME, navigation(TRANSFER))).isFalse();
        }

        @Test
        void opens_for_nothing_else() throws Exception {
            verify(Duration.ZERO, transfer);

            assertThat(opens(Configs.ONE_TIME, navigation("/app/transfer?to=2")))
                    .isFalse();
            assertThat(opens(Configs.ONE_TIME, navigation(TRANSFER))).isTrue();
        }

        @Test
        void does_not_open_with_a_check_that_was_made_for_nothing() throws Exception {
            verify(Duration.ZERO);

            assertThat(opens(Configs.ONE_TIME, navigation(TRANSFER))).isFalse();
        }

        @Test
        void does_not_open_with_an_old_check() throws Exception {
            verify(Duration.ofMinutes(31), transfer);

            assertThat(opens(Configs.ONE_TIME, navigation(TRANSFER))).isFalse();
        }

        @Test
        void lets_the_same_request_through_at_each_of_its_dispatches_and_rules() throws Exception {
            verify(Duration.ZERO, transfer);
            FakeRequest request = navigation(TRANSFER);
            opens(Configs.ONE_TIME, request);

            assertThat(opens(Configs.ONE_TIME, request.dispatched(DispatcherType.FORWARD)))
                    .isTrue();
        }

        @Test
        void leaves_the_pass_good_for_other_rules() throws Exception {
            verify(Duration.ZERO, transfer);
            opens(Configs.ONE_TIME, navigation(TRANSFER));

            assertThat(opens(Configs.HALF_HOUR, navigation(PAGE))).isTrue();
        }
    }

    @Nested
    class A_form_that_was_interrupted {
        private static final Form FORM =
                new Form("application/x-www-form-urlencoded", "amount=100".getBytes(StandardCharsets.US_ASCII));

        @Test
        void is_put_back_in_place_once() throws Exception {
            verify(Duration.ZERO, Interrupted.form(PAGE, "protect", FORM));

            assertThat(opens(Configs.HALF_HOUR, navigation(PAGE))).isTrue();
            assertThat(chain.passed.getMethod()).isEqualTo("POST");
            assertThat(chain.passed.getParameter("amount")).isEqualTo("100");

            assertThat(opens(Configs.HALF_HOUR, navigation(PAGE))).isTrue();
            assertThat(chain.passed.getMethod()).isEqualTo("GET");
        }

        @Test
        void waits_while_its_rule_is_not_satisfied() throws Exception {
            verify(Duration.ofMinutes(6), Interrupted.form(PAGE, "strict", FORM));

            assertThat(opens(Configs.STRICT, navigation("/app/strict/other"))).isFalse();
            assertThat(opens(Configs.HALF_HOUR, navigation("/app/secure/other")))
                    .isTrue();
            assertThat(chain.passed.getMethod()).isEqualTo("GET");
        }

        @Test
        void for_a_one_time_rule_is_not_replaced_by_what_is_posted_meanwhile() throws Exception {
            verify(Duration.ZERO, Interrupted.form(TRANSFER, "transfer", FORM));

            assertThat(opens(Configs.ONE_TIME, posted("amount=1000000"))).isFalse();
            assertThat(opens(Configs.ONE_TIME, posted("amount=1000000").header("Sec-Fetch-Site", "cross-site")))
                    .isFalse();
            assertThat(opens(Configs.ONE_TIME, navigation(TRANSFER))).isTrue();
            assertThat(chain.passed.getParameter("amount")).isEqualTo("100");
        }

        private FakeRequest posted(String body) {
            return FakeRequest.form(TRANSFER, body).with(session);
        }

        @Test
        void for_a_one_time_rule_uses_its_check_up_too() throws Exception {
            verify(Duration.ZERO, Interrupted.form(TRANSFER, "transfer", FORM));

            assertThat(opens(Configs.ONE_TIME, navigation(TRANSFER))).isTrue();
            assertThat(chain.passed.getMethod()).isEqualTo("POST");
            assertThat(opens(Configs.ONE_TIME, navigation(TRANSFER))).isFalse();
        }
    }
}
