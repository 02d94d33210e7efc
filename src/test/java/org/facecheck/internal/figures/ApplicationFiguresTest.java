package org.facecheck.internal.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.openmbean.TabularData;
import org.facecheck.FaceCheckEvent;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.fake.LogLines;
import org.facecheck.fake.MutableClock;
import org.facecheck.internal.concurrent.Bulkhead;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApplicationFiguresTest {
    private final MBeanServer server = MBeanServerFactory.newMBeanServer();

    private final MutableClock clock = new MutableClock();
    private final Counters counters = new Counters(clock);
    private final SessionsWithPass sessions = new SessionsWithPass();
    private final Bulkhead checks = new Bulkhead(200);
    private @Nullable ServiceStatus status;
    private final List<String> asked = new ArrayList<>();
    private final OperatorActions actions = new OperatorActions() {
        @Override
        public void forgetAttempts() {
            asked.add("forgetAttempts");
        }

        @Override
        public void closeCircuit() {
            asked.add("closeCircuit");
        }
    };
    private final ApplicationFigures figures = another();

    private ApplicationFigures another() {
        return new ApplicationFigures("/intranet", counters, sessions, checks, () -> status, actions, clock);
    }

    private void happens(Outcome outcome, @Nullable String detail, @Nullable Duration took) {
        counters.recorded(FaceCheckEvent.builder(outcome, "AAAAAAAA", clock.instant())
                .detail(detail)
                .serviceTime(took)
                .build());
    }

    private Set<ObjectName> registered() throws Exception {
        return server.queryNames(new ObjectName("org.facecheck:*"), null);
    }

    @Test
    void outcomes_are_counted_by_name_and_those_that_never_happened_are_zero() {
        happens(Outcome.PASSED, null, Duration.ofMillis(900));
        happens(Outcome.NOT_MATCHED, null, Duration.ofMillis(800));
        happens(Outcome.NOT_MATCHED, null, Duration.ofMillis(700));
        happens(Outcome.LOCKED, null, null);

        assertThat(figures.getChecks())
                .hasSize(Outcome.values().length - 1)
                .doesNotContainKey("LOGGED_OUT")
                .contains(entry("PASSED", 1L), entry("NOT_MATCHED", 2L), entry("LOCKED", 1L), entry("TROUBLE", 0L));
        assertThat(figures.getAttemptsLocked()).isEqualTo(1);
    }

    @Test
    void pictures_are_counted_by_reason_and_not_by_the_place_of_the_fault() {
        happens(Outcome.PICTURE_REJECTED, "segment length beyond end, at 1432", null);
        happens(Outcome.PICTURE_REJECTED, "segment length beyond end, at 77", null);
        happens(Outcome.PICTURE_REJECTED, "side too short", null);

        assertThat(figures.getPicturesRefused())
                .containsOnly(entry("segment length beyond end", 2L), entry("side too short", 1L));
    }

    @Test
    void trouble_is_counted_by_its_cause_and_its_time_is_none_of_the_services() {
        happens(Outcome.TROUBLE, "circuit open, nothing was sent", Duration.ZERO);
        happens(Outcome.TROUBLE, null, Duration.ZERO);

        assertThat(figures.getTroubles())
                .containsOnly(entry("circuit open, nothing was sent", 1L), entry("no detail", 1L));
        assertThat(figures.getServiceAnswers()).isZero();
    }

    @Test
    void a_service_that_makes_up_ever_new_codes_fills_no_memory() {
        IntStream.range(0, 10_000).forEach(code -> happens(Outcome.TROUBLE, "code " + code, null));

        assertThat(figures.getTroubles()).hasSize(101).containsEntry("others", 9_900L);
    }

    @Test
    void limits_are_counted_by_name() {
        counters.refused(Limit.CHECKS);
        counters.refused(Limit.CHECKS);

        assertThat(figures.getRefusedByLimit())
                .hasSize(Limit.values().length)
                .contains(entry("CHECKS", 2L), entry("UPLOADS", 0L));
        checks.tryAcquire();
        assertThat(figures.getChecksInFlight()).isEqualTo(1);
        assertThat(figures.getChecksInFlightLimit()).isEqualTo(200);
    }

    @Test
    void what_could_not_be_recorded_is_a_figure_of_its_own() {
        counters.notRecorded();

        assertThat(figures.getNotAudited()).isEqualTo(1);
    }

    @Test
    void the_percentiles_are_those_of_answers_that_were_given() {
        IntStream.rangeClosed(1, 200).forEach(i -> happens(Outcome.PASSED, null, Duration.ofMillis(i * 10L)));

        assertThat(figures.getServiceAnswers()).isEqualTo(200);
        assertThat(figures.getServiceMillisP50()).isEqualTo(1000);
        assertThat(figures.getServiceMillisP99()).isEqualTo(1980);
        assertThat(figures.getServiceMillisMax()).isEqualTo(2000);
    }

    @Test
    void a_single_answer_is_all_of_them() {
        happens(Outcome.RETAKE, null, Duration.ofMillis(7));

        assertThat(figures.getServiceMillisP50()).isEqualTo(7);
        assertThat(figures.getServiceMillisP99()).isEqualTo(7);
        assertThat(figures.getServiceMillisMax()).isEqualTo(7);
    }

    @Test
    void answers_are_forgotten_after_five_minutes_and_counts_are_not() {
        happens(Outcome.PASSED, null, Duration.ofSeconds(9));
        clock.advance(Duration.ofMinutes(4));
        happens(Outcome.PASSED, null, Duration.ofSeconds(1));
        clock.advance(Duration.ofMinutes(1));

        assertThat(figures.getServiceMillisMax()).isEqualTo(1000);
        clock.advance(Duration.ofMinutes(5));
        assertThat(figures.getServiceMillisMax()).isNull();
        assertThat(figures.getServiceMillisP50()).isNull();
        assertThat(figures.getChecks()).containsEntry("PASSED", 2L);
    }

    @Test
    void of_very_many_answers_the_last_ones_are_kept() {
        happens(Outcome.PASSED, null, Duration.ofSeconds(9));
        IntStream.range(0, 4096).forEach(i -> happens(Outcome.PASSED, null, Duration.ofMillis(5)));

        assertThat(figures.getServiceAnswers()).isEqualTo(4096);
        assertThat(figures.getServiceMillisMax()).isEqualTo(5);
    }

    @Test
    void of_a_service_that_was_not_asked_nothing_is_known() {
        assertThat(figures.getCircuit()).isNull();
        assertThat(figures.getCircuitSince()).isNull();
        assertThat(figures.getCircuitTriesAt()).isNull();
        assertThat(figures.getTokenAgeSeconds()).isNull();
        assertThat(figures.getTokenGoodUntil()).isNull();
    }

    @Test
    void the_tokens_age_and_end_and_the_circuit_are_told() {
        Instant given = clock.instant();
        status = new ServiceStatus("OPEN", given, given.plusSeconds(30), given, given.plus(Duration.ofMinutes(59)));
        clock.advance(Duration.ofSeconds(90));

        assertThat(figures.getCircuit()).isEqualTo("OPEN");
        assertThat(figures.getCircuitSince()).isEqualTo(Date.from(given));
        assertThat(figures.getCircuitTriesAt()).isEqualTo(Date.from(given.plusSeconds(30)));
        assertThat(figures.getTokenAgeSeconds()).isEqualTo(90);
        assertThat(figures.getTokenGoodUntil()).isEqualTo(Date.from(given.plusSeconds(3540)));
        status = new ServiceStatus("CLOSED", given, null, null, null);
        assertThat(figures.getCircuitTriesAt()).isNull();
        assertThat(figures.getTokenAgeSeconds()).isNull();
    }

    @Test
    void a_session_counts_once_and_until_its_end_however_often_that_is_told() {
        sessions.granted("a");
        sessions.granted("a");
        sessions.granted("b");
        sessions.ended("a");
        sessions.ended("a");
        sessions.ended("never seen");

        assertThat(figures.getSessionsWithPass()).isEqualTo(1);
    }

    @Test
    void a_store_that_tells_of_no_end_fills_no_memory() {
        IntStream.range(0, 100_100).forEach(i -> sessions.granted("session " + i));

        assertThat(figures.getSessionsWithPass()).isEqualTo(100_000);
    }

    @Test
    void an_operator_may_act_by_jmx_and_the_log_tells_it() throws Exception {
        LogLines log = LogLines.of("org.facecheck");
        try (FiguresRegistration registration = FiguresRegistration.of(figures, "default-host", server)) {
            ObjectName name = registered().iterator().next();

            server.invoke(name, "forgetAttempts", new Object[0], new String[0]);
            server.invoke(name, "closeCircuit", new Object[0], new String[0]);

            assertThat(registration).isNotNull();
            assertThat(asked).containsExactly("forgetAttempts", "closeCircuit");
            assertThat(log.lines())
                    .extracting(LogRecord::getMessage)
                    .hasSize(2)
                    .allMatch(line -> line.contains("an operator"));
        } finally {
            log.close();
        }
    }

    @Test
    void they_are_in_jmx_in_types_that_every_client_knows_until_they_are_closed() throws Exception {
        happens(Outcome.PASSED, null, Duration.ofMillis(900));
        FiguresRegistration registration = FiguresRegistration.of(figures, "default-host", server);
        ObjectName name =
                new ObjectName("org.facecheck:type=FaceCheck,host=\"default-host\",application=\"/intranet\"");

        assertThat(server.getAttribute(name, "Checks")).isInstanceOf(TabularData.class);
        assertThat(((TabularData) server.getAttribute(name, "Checks"))
                        .get(new Object[] {"PASSED"})
                        .get("value"))
                .isEqualTo(1L);
        assertThat(server.getAttribute(name, "Circuit")).isNull();
        assertThat(server.getAttribute(name, "StartedAt")).isEqualTo(Date.from(clock.instant()));

        registration.close();
        registration.close();
        assertThat(registered()).isEmpty();
    }

    @Test
    void two_applications_of_one_path_are_told_apart_and_each_takes_out_its_own() throws Exception {
        FiguresRegistration first = FiguresRegistration.of(another(), "default-host", server);
        FiguresRegistration other = FiguresRegistration.of(another(), "other-host", server);
        FiguresRegistration second = FiguresRegistration.of(another(), "default-host", server);

        assertThat(registered()).hasSize(3).anyMatch(name -> "2".equals(name.getKeyProperty("instance")));
        second.close();
        assertThat(registered()).hasSize(2).allMatch(name -> name.getKeyProperty("instance") == null);
        first.close();
        other.close();
        assertThat(registered()).isEmpty();
    }

    @Test
    void where_jmx_takes_no_more_of_them_the_application_runs_without() throws Exception {
        FiguresRegistration[] taken = IntStream.range(0, 11)
                .mapToObj(i -> FiguresRegistration.of(another(), "default-host", server))
                .toArray(FiguresRegistration[]::new);

        assertThat(registered()).hasSize(10);
        for (FiguresRegistration one : taken) {
            one.close();
        }
        assertThat(registered()).isEmpty();
    }
}
