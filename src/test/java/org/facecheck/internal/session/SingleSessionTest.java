package org.facecheck.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.facecheck.FaceCaller;
import org.facecheck.KycIdentity;
import org.facecheck.fake.FakeRequest;
import org.facecheck.internal.caller.LatestLogins;
import org.facecheck.internal.figures.SessionsWithPass;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People who may be logged in to one session at a time. */
class SingleSessionTest {
    private static final long NOW = 1_800_000_000_000L;
    private static final KycIdentity IDENTITY = new KycIdentity("record", Map.of("fullName", "ANNA GROSS"));
    private static final FaceCaller ANNA = new FaceCaller("ANNA GROSS", Set.of("employee"));
    private static final FaceCaller BOB = new FaceCaller("BOB SMALL", Set.of());

    private final List<@Nullable String> told = new ArrayList<>();
    private final LatestLogins logins = new LatestLogins();
    private final FakeRequest first = FakeRequest.get("/app/page");
    private final FakeRequest second = FakeRequest.get("/app/page");

    private final AtomicReference<@Nullable LatestLogins> allowed = new AtomicReference<>(logins);

    @BeforeEach
    void oneApplication() {
        for (FakeRequest each : List.of(first, second)) {
            ServletContext context = each.getSession().getServletContext();
            when(context.getAttribute(SessionLimits.class.getName())).thenAnswer(asked -> limits());
        }
    }

    private SessionLimits limits() {
        return new SessionLimits(
                "",
                Duration.ofMinutes(10),
                new RememberBudget(1_000_000),
                null,
                new SessionsWithPass(),
                (caller, why) -> told.add(why),
                allowed.get());
    }

    private static void logIn(FaceCaller caller, FakeRequest browser) {
        FaceCheckSession.of(browser).grant(IDENTITY, caller, NOW);
    }

    /** What the container tells of a session whose pass goes, by a logout or since the session has ended. */
    private static void isTold(Object pass, FakeRequest browser) {
        new FaceCheckSessionListener()
                .attributeRemoved(
                        new HttpSessionBindingEvent(browser.getSession(), KycIdentity.SESSION_ATTRIBUTE, pass));
    }

    private static Object passOf(FakeRequest browser) {
        return browser.getSession().getAttribute(KycIdentity.SESSION_ATTRIBUTE);
    }

    @Test
    void are_logged_out_of_the_first_one_by_a_login_to_the_second() {
        logIn(ANNA, first);
        assertThat(Pass.in(first)).isNotNull();

        logIn(ANNA, second);

        assertThat(KycIdentity.of(first)).isEmpty();
        assertThat(KycIdentity.of(first.getSession(), null)).isEmpty();
        assertThat(Pass.in(first)).isNull();
        assertThat(passOf(first)).isNull();
        assertThat(Pass.in(second)).isNotNull();
        assertThat(KycIdentity.of(second)).contains(IDENTITY);
        assertThat(KycIdentity.of(second.getSession(), null)).contains(IDENTITY);
    }

    @Test
    void come_back_to_the_first_one_by_another_check_and_then_the_second_is_over() {
        logIn(ANNA, first);
        logIn(ANNA, second);
        logIn(ANNA, first);

        assertThat(Pass.in(first)).isNotNull();
        assertThat(Pass.in(second)).isNull();
    }

    @Test
    void stay_logged_in_when_a_rule_has_them_checked_again_or_uses_a_check_up() {
        logIn(ANNA, first);
        logIn(ANNA, first);
        Pass pass = Pass.in(first);
        assertThat(pass).isNotNull();

        SessionStore.of(first).put(pass.usedUp());

        assertThat(Pass.in(first)).isNotNull();
    }

    @Test
    void do_not_matter_to_others() {
        logIn(ANNA, first);
        logIn(BOB, second);

        assertThat(Pass.in(first)).isNotNull();
        assertThat(Pass.in(second)).isNotNull();
    }

    @Test
    void are_not_logged_in_to_the_first_one_again_by_a_logout_from_the_second() {
        logIn(ANNA, first);
        logIn(ANNA, second);
        Object pass = passOf(second);
        FaceCheckSession.of(second).logout();
        isTold(pass, second);

        assertThat(Pass.in(first)).isNull();
    }

    @Test
    void are_told_of_with_the_reason_and_a_logout_of_their_own_without() {
        logIn(ANNA, first);
        Object superseded = passOf(first);
        logIn(ANNA, second);

        isTold(superseded, first);
        isTold(passOf(second), second);

        assertThat(told).containsExactly("not the latest login", null);
    }

    @Test
    void are_forgotten_with_the_session_that_they_were_logged_in_to() {
        logIn(ANNA, first);
        isTold(passOf(first), first);

        assertThat(Pass.in(first)).isNull();
        assertThat(logins).usingRecursiveComparison().isEqualTo(new LatestLogins());
    }

    @Test
    void leave_nothing_behind_where_the_session_has_ended_before_the_pass_was_there() {
        HttpSession ended = mock(HttpSession.class);
        ServletContext context = first.getSession().getServletContext();
        when(ended.getServletContext()).thenReturn(context);
        when(ended.getId()).thenReturn("id");
        Pass pass = new Pass(IDENTITY, NOW, "", "id", null, null, false, ANNA);
        doThrow(new IllegalStateException("ended")).when(ended).setAttribute(KycIdentity.SESSION_ATTRIBUTE, pass);

        assertThatThrownBy(() -> new SessionStore(ended).grant(pass)).isInstanceOf(IllegalStateException.class);

        assertThat(logins).usingRecursiveComparison().isEqualTo(new LatestLogins());
    }

    @Test
    void may_be_logged_in_to_several_where_the_deployer_says_nothing() {
        allowed.set(null);
        logIn(ANNA, first);
        logIn(ANNA, second);

        assertThat(Pass.in(first)).isNotNull();
        assertThat(Pass.in(second)).isNotNull();
    }
}
