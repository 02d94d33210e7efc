package org.facecheck.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.facecheck.KycIdentity;
import org.facecheck.fake.Configs;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.fake.Interrupted;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.Pass;
import org.facecheck.internal.session.RememberedRequest;
import org.facecheck.internal.session.RememberedRequest.Form;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PassRequirementTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2030-06-30T12:00:00Z"), ZoneOffset.UTC);
    private static final String TARGET = "/app/transfer?to=1";

    private static final RememberedRequest PAGE = Interrupted.page(TARGET, Configs.ONE_TIME.name());
    private static final RememberedRequest FORM = Interrupted.form(
            TARGET,
            Configs.ONE_TIME.name().text(),
            new Form("application/x-www-form-urlencoded", "amount=1".getBytes(StandardCharsets.US_ASCII)));

    private final PassRequirement once = of(Configs.ONE_TIME);
    private final FakeRequest request = FakeRequest.navigation(TARGET);
    private final FakeResponse response = new FakeResponse();

    private static PassRequirement of(Rule rule) {
        return new PassRequirement(rule, CLOCK);
    }

    private FakeRequest later(FakeRequest other) {
        return other.with(request.getSession());
    }

    private static String method(@Nullable HttpServletRequest admitted) {
        return admitted == null ? "none" : admitted.getMethod();
    }

    private Pass pass(Duration ago) {
        return pass(ago, PAGE);
    }

    private Pass pass(Duration ago, RememberedRequest wanted) {
        FaceCheckSession session = FaceCheckSession.of(request);
        session.requests().saveRequest(wanted);
        session.grant(new KycIdentity("card", Map.of()), CLOCK.millis() - ago.toMillis());
        return Pass.in(request);
    }

    @Test
    void a_pass_has_to_be_recent() {
        PassRequirement halfHour = of(Configs.HALF_HOUR);

        assertThat(halfHour.isMetBy(pass(Duration.ofMinutes(30)), null)).isTrue();
        assertThat(halfHour.isMetBy(pass(Duration.ofMinutes(31)), null)).isFalse();
        assertThat(halfHour.admit(pass(Duration.ofMinutes(30)), request, response))
                .isSameAs(request);
        assertThat(halfHour.admit(pass(Duration.ofMinutes(31)), request, response))
                .isNull();
        assertThat(halfHour.admitAsSent(pass(Duration.ofMinutes(30)), request)).isTrue();
        assertThat(halfHour.admitAsSent(pass(Duration.ofMinutes(31)), request)).isFalse();
    }

    @Test
    void no_pass_is_not_enough() {
        assertThat(of(Configs.HALF_HOUR).admit(null, request, response)).isNull();
        assertThat(of(Configs.HALF_HOUR).admitAsSent(null, request)).isFalse();
    }

    @Test
    void a_one_time_rule_wants_one_for_what_was_remembered_and_asking_uses_nothing_up() {
        Pass pass = pass(Duration.ZERO);

        assertThat(once.isMetBy(pass, PAGE)).isTrue();
        assertThat(once.isMetBy(pass, PAGE)).isTrue();
        assertThat(once.isMetBy(pass, null)).isFalse();
        assertThat(once.isMetBy(pass, FORM)).isFalse();
        assertThat(once.isMetBy(pass, Interrupted.page("/app/transfer?to=2", "transfer")))
                .isFalse();
        assertThat(once.isMetBy(pass(Duration.ofMinutes(31)), PAGE)).isFalse();
    }

    @Test
    void a_one_time_rule_admits_one_request_with_all_its_dispatches() {
        Pass pass = pass(Duration.ZERO);

        assertThat(once.admit(pass, request, response)).isSameAs(request);
        assertThat(once.admit(Pass.in(request), request, response)).isSameAs(request);
        assertThat(once.admitAsSent(Pass.in(request), request)).isTrue();

        FakeRequest second = later(FakeRequest.navigation(TARGET));
        assertThat(once.admit(Pass.in(second), second, response)).isNull();
        assertThat(once.admitAsSent(Pass.in(second), second)).isFalse();
        assertThat(once.isMetBy(Pass.in(second), PAGE)).isFalse();
    }

    /** What each of them is that a check for a page may not open, although its path, and mostly its query, are the same. */
    private static List<FakeRequest> others() {
        return List.of(
                FakeRequest.of("POST", TARGET),
                FakeRequest.of("DELETE", TARGET),
                FakeRequest.of("HEAD", TARGET),
                FakeRequest.form(TARGET, "amount=1000000"),
                FakeRequest.navigation("/app/transfer?to=2"),
                FakeRequest.navigation("/app/transfer"),
                FakeRequest.navigation(TARGET).body(new byte[] {1}, 1),
                FakeRequest.navigation(TARGET).header("Transfer-Encoding", "chunked"),
                FakeRequest.navigation(TARGET).header("Sec-Fetch-Site", "cross-site"),
                FakeRequest.navigation(TARGET).header("Sec-Fetch-Site", "same-site"),
                FakeRequest.navigation(TARGET).header("Origin", "https://evil.example"),
                FakeRequest.navigation(TARGET).header("Sec-Purpose", "prefetch"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void a_check_for_a_page_opens_no_other_request_and_waits_for_its_own(FakeRequest other) {
        pass(Duration.ZERO);
        later(other);

        assertThat(once.admit(Pass.in(other), other, response)).isNull();
        assertThat(once.admitAsSent(Pass.in(other), other)).isFalse();
        assertThat(once.admit(Pass.in(request), request, response)).isSameAs(request);
    }

    @ParameterizedTest
    @MethodSource("others")
    void a_check_for_a_form_opens_none_of_them_either(FakeRequest other) {
        pass(Duration.ZERO, FORM);
        later(other);

        assertThat(once.admit(Pass.in(other), other, response)).isNull();
        assertThat(once.admitAsSent(Pass.in(other), other)).isFalse();
        assertThat(method(once.admit(Pass.in(request), request, response))).isEqualTo("POST");
    }

    @Test
    void a_check_for_a_form_brings_the_form_once() {
        pass(Duration.ZERO, FORM);

        assertThat(method(once.admit(Pass.in(request), request, response))).isEqualTo("POST");
        assertThat(request.getAttribute("org.facecheck.consumed")).isNotNull();
        FakeRequest again = later(FakeRequest.navigation(TARGET));
        assertThat(once.admit(Pass.in(again), again, response)).isNull();
    }

    @Test
    void a_view_that_a_request_has_come_to_brings_no_form_and_uses_up_no_check_for_one() {
        pass(Duration.ZERO, FORM);

        assertThat(once.admitAsSent(Pass.in(request), request)).isFalse();
        assertThat(method(once.admit(Pass.in(request), request, response))).isEqualTo("POST");
    }

    @Test
    void a_form_that_another_rule_has_put_in_place_is_what_the_check_was_made_for() {
        pass(Duration.ZERO, FORM);
        HttpServletRequest resumed = of(Configs.HALF_HOUR).admit(Pass.in(request), request, response);
        assertThat(method(resumed)).isEqualTo("POST");

        assertThat(once.admit(Pass.in(resumed), resumed, response)).isSameAs(resumed);
        assertThat(once.admit(Pass.in(resumed), later(FakeRequest.navigation(TARGET)), response))
                .isNull();
    }

    @Test
    void a_form_that_another_rule_has_put_in_place_is_not_what_a_later_check_was_made_for() {
        pass(Duration.ZERO, FORM);
        pass(Duration.ZERO, PAGE);
        HttpServletRequest resumed = of(Configs.HALF_HOUR).admit(Pass.in(request), request, response);
        assertThat(method(resumed)).isEqualTo("POST");

        assertThat(once.admit(Pass.in(resumed), resumed, response)).isNull();
    }

    @Test
    void a_check_for_a_page_brings_no_form_that_waits_at_the_same_target() {
        pass(Duration.ZERO, FORM);
        pass(Duration.ZERO, PAGE);

        assertThat(once.admit(Pass.in(request), request, response)).isSameAs(request);
        assertThat(of(Configs.HALF_HOUR).admit(Pass.in(request), request, response))
                .isSameAs(request);
    }
}
