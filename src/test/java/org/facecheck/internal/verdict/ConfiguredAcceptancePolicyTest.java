package org.facecheck.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.facecheck.fake.Records;
import org.facecheck.fake.TestConfig;
import org.facecheck.internal.config.AcceptanceConfig;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredAcceptancePolicyTest {
    private static final Instant EVENING = Instant.parse("2030-06-30T22:30:00Z");
    private static final LocalDate LAST_DAY = LocalDate.of(2030, 6, 30);

    private final Records good = Records.of("1", "FIRST LAST").expiry(LAST_DAY);

    private static ConfiguredAcceptancePolicy asking(AcceptanceConfig ask) {
        return new ConfiguredAcceptancePolicy(ask, Clock.fixed(EVENING, ZoneOffset.UTC));
    }

    private static ConfiguredAcceptancePolicy asking(
            boolean status, boolean notDeleted, boolean verification, boolean notExpired, boolean liveness) {
        return asking(config(status, notDeleted, verification, notExpired, liveness));
    }

    private static AcceptanceConfig config(
            boolean status, boolean notDeleted, boolean verification, boolean notExpired, boolean liveness) {
        return TestConfig.with()
                .set("facecheck.accept.status", status)
                .set("facecheck.accept.not-deleted", notDeleted)
                .set("facecheck.accept.verification", verification)
                .set("facecheck.accept.not-expired", notExpired)
                .set("facecheck.accept.liveness", liveness)
                .read()
                .acceptance();
    }

    private static ConfiguredAcceptancePolicy everything() {
        return asking(true, true, true, true, true);
    }

    private static ConfiguredAcceptancePolicy nothing() {
        return asking(false, false, false, false, false);
    }

    @Test
    void a_record_in_order_is_good_enough() {
        assertThat(everything().objection(good.build())).isEmpty();
    }

    @Test
    void who_asks_nothing_hears_nothing() {
        Records unknown = good.status(null)
                .deletion("DELETED")
                .verification(null)
                .expiry(null)
                .liveness(null);

        assertThat(nothing().objection(unknown.build())).isEmpty();
    }

    @Nested
    class The_status {
        private final ConfiguredAcceptancePolicy policy = asking(true, false, false, false, false);

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"REJECTED", "DECLINED", "PENDING", "", "accepted", "ACCEPTED "})
        void is_accepted_or_an_objection(String status) {
            assertThat(policy.objection(good.status(status).build())).contains("status");
            assertThat(policy.objection(good.build())).isEmpty();
        }

        @Test
        void is_not_asked_when_switched_off() {
            assertThat(asking(false, true, true, true, true)
                            .objection(good.status("REJECTED").build()))
                    .isEmpty();
        }
    }

    @Nested
    class The_deletion {
        private final ConfiguredAcceptancePolicy policy = asking(false, true, false, false, false);

        @ParameterizedTest
        @ValueSource(strings = {"DELETED", "PENDING", "", "active"})
        void is_an_objection_once_it_is_under_way(String deletion) {
            assertThat(policy.objection(good.deletion(deletion).build())).contains("deleted");
        }

        @Test
        void is_none_where_the_record_is_active_or_nobody_spoke_of_deleting() {
            assertThat(policy.objection(good.deletion("ACTIVE").build())).isEmpty();
            assertThat(policy.objection(good.deletion(null).build())).isEmpty();
        }

        @Test
        void is_not_asked_when_switched_off() {
            assertThat(asking(true, false, true, true, true)
                            .objection(good.deletion("DELETED").build()))
                    .isEmpty();
        }
    }

    @Nested
    class The_verification {
        private final ConfiguredAcceptancePolicy policy = asking(false, false, true, false, false);

        @ParameterizedTest
        @NullSource
        @ValueSource(booleans = false)
        void passed_or_is_an_objection(Boolean passed) {
            assertThat(policy.objection(good.verification(passed).build())).contains("verification");
            assertThat(policy.objection(good.build())).isEmpty();
        }

        @Test
        void is_not_asked_when_switched_off() {
            assertThat(asking(true, true, false, true, true)
                            .objection(good.verification(false).build()))
                    .isEmpty();
        }
    }

    @Nested
    class The_document {
        private final ConfiguredAcceptancePolicy policy = asking(false, false, false, true, false);

        @Test
        void that_expires_today_is_still_good() {
            assertThat(policy.objection(good.expiry(LAST_DAY).build())).isEmpty();
        }

        @Test
        void that_expired_yesterday_is_not() {
            assertThat(policy.objection(good.expiry(LAST_DAY.minusDays(1)).build()))
                    .contains("document expired");
        }

        @Test
        void of_which_nobody_knows_when_it_expires_is_not() {
            assertThat(policy.objection(good.expiry(null).build())).contains("document expired");
        }

        @Test
        void expires_at_midnight_where_the_clock_stands() {
            ConfiguredAcceptancePolicy inDubai = new ConfiguredAcceptancePolicy(
                    config(false, false, false, true, false), Clock.fixed(EVENING, ZoneId.of("Asia/Dubai")));

            assertThat(inDubai.objection(good.expiry(LAST_DAY).build())).contains("document expired");
            assertThat(inDubai.objection(good.expiry(LAST_DAY.plusDays(1)).build()))
                    .isEmpty();
        }

        @Test
        void is_not_asked_when_switched_off() {
            assertThat(asking(true, true, true, false, true)
                            .objection(good.expiry(LAST_DAY.minusYears(1)).build()))
                    .isEmpty();
        }
    }

    @Nested
    class The_liveness {
        private final ConfiguredAcceptancePolicy policy = asking(false, false, false, false, true);

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"review", "reject", "", "ACCEPT"})
        void is_accepted_or_an_objection(String decision) {
            assertThat(policy.objection(good.liveness(decision).build())).contains("liveness");
            assertThat(policy.objection(good.build())).isEmpty();
        }

        @Test
        void is_not_asked_when_switched_off() {
            assertThat(asking(true, true, true, true, false)
                            .objection(good.liveness("reject").build()))
                    .isEmpty();
        }
    }
}
