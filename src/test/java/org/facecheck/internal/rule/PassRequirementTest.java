package org.facecheck.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.facecheck.KycIdentity;
import org.facecheck.fake.Configs;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.Interrupted;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.Pass;
import org.junit.jupiter.api.Test;

class PassRequirementTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2030-06-30T12:00:00Z"), ZoneOffset.UTC);
    private static final String TARGET = "/app/transfer?to=1";

    private final FakeRequest request = FakeRequest.navigation(TARGET);

    private static PassRequirement of(Rule rule) {
        return new PassRequirement(rule, CLOCK);
    }

    private Pass pass(Duration ago) {
        FaceCheckSession session = FaceCheckSession.of(request);
        session.requests().saveRequest(Interrupted.page(TARGET, Configs.ONE_TIME.name()));
        session.grant(new KycIdentity("card", Map.of()), CLOCK.millis() - ago.toMillis());
        return Pass.in(request);
    }

    @Test
    void a_pass_has_to_be_recent() {
        assertThat(of(Configs.HALF_HOUR).isMetBy(pass(Duration.ofMinutes(30)), "/any"))
                .isTrue();
        assertThat(of(Configs.HALF_HOUR).isMetBy(pass(Duration.ofMinutes(31)), "/any"))
                .isFalse();
        assertThat(of(Configs.HALF_HOUR).admit(pass(Duration.ofMinutes(30)), request))
                .isTrue();
        assertThat(of(Configs.HALF_HOUR).admit(pass(Duration.ofMinutes(31)), request))
                .isFalse();
    }

    @Test
    void no_pass_is_not_enough() {
        assertThat(of(Configs.HALF_HOUR).admit(null, request)).isFalse();
    }

    @Test
    void a_one_time_rule_wants_one_for_this_very_target_and_asking_uses_nothing_up() {
        Pass pass = pass(Duration.ZERO);

        assertThat(of(Configs.ONE_TIME).isMetBy(pass, TARGET)).isTrue();
        assertThat(of(Configs.ONE_TIME).isMetBy(pass, TARGET)).isTrue();
        assertThat(of(Configs.ONE_TIME).isMetBy(pass, "/app/transfer?to=2")).isFalse();
        assertThat(of(Configs.ONE_TIME).isMetBy(pass(Duration.ofMinutes(31)), TARGET))
                .isFalse();
    }

    @Test
    void a_one_time_rule_admits_one_request_with_all_its_dispatches() {
        Pass pass = pass(Duration.ZERO);

        assertThat(of(Configs.ONE_TIME).admit(pass, request)).isTrue();
        assertThat(of(Configs.ONE_TIME).admit(Pass.in(request), request)).isTrue();

        FakeRequest second = FakeRequest.navigation(TARGET).with(request.getSession());
        assertThat(of(Configs.ONE_TIME).admit(Pass.in(second), second)).isFalse();
        assertThat(of(Configs.ONE_TIME).isMetBy(Pass.in(second), TARGET)).isFalse();
    }
}
