package org.facecheck.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.facecheck.FaceCaller;
import org.facecheck.FaceCheckEvent;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.KycIdentity;
import org.facecheck.fake.LogLines;
import org.facecheck.internal.application.ApplicationBeans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AuditLogTest {
    private final ApplicationBeans beans = mock(ApplicationBeans.class);
    private final LogLines log = LogLines.of("org.facecheck.audit");
    private final List<LogRecord> lines = log.lines();

    @AfterEach
    void stopListening() {
        log.close();
    }

    private static FaceCheckEvent event(Outcome outcome, String detail) {
        return FaceCheckEvent.builder(outcome, "ABCD2345", Instant.EPOCH)
                .detail(detail)
                .build();
    }

    private void audit(Outcome outcome, String detail) {
        new AuditLog(beans, Set.of()).record(event(outcome, detail));
    }

    @Test
    void who_is_logged_in_is_in_the_line_only_where_the_deployer_wants_it() {
        FaceCheckEvent login = FaceCheckEvent.builder(Outcome.PASSED, "ABCD2345", Instant.EPOCH)
                .caller(new FaceCaller("a gross", List.of("employee", "payroll")))
                .build();

        new AuditLog(beans, Set.of("path")).record(login);
        new AuditLog(beans, Set.of("caller", "roles")).record(login);

        assertThat(lines)
                .extracting(line -> line.getParameters()[0])
                .satisfiesExactly(
                        without -> assertThat(without.toString()).doesNotContain("gross", "employee"),
                        with -> assertThat(with.toString()).endsWith("caller=\"a gross\" roles=\"employee,payroll\""));
    }

    @Test
    void a_logout_is_recorded_and_no_observer_keeps_a_session_from_ending() {
        FaceCaller anna = new FaceCaller("anna", Set.of());
        doThrow(new IllegalStateException("of the application")).when(beans).fire(any());

        assertThatCode(() ->
                        new AuditLog(beans, Set.of("caller")).recordLogout("/intranet", anna, "why", Instant.EPOCH))
                .doesNotThrowAnyException();

        assertThat(lines)
                .extracting(line -> String.valueOf(line.getParameters()[0]))
                .satisfiesExactly(
                        told -> assertThat(told)
                                .contains("outcome=LOGGED_OUT application=/intranet detail=why")
                                .endsWith("caller=anna"),
                        failed -> assertThat(failed).contains("IllegalStateException"));
        verify(beans).fire(argThat(event -> event.outcome() == Outcome.LOGGED_OUT && anna.equals(event.caller())));
    }

    private static FaceCheckEvent wholeEvent() {
        return FaceCheckEvent.builder(Outcome.PASSED, "ABCD2345", Instant.EPOCH)
                .application("/intranet")
                .rule("payroll")
                .requestedPath("/intranet/payroll/employees/4711")
                .principal("Alice \"Ally\" O'Neil\\")
                .clientAddress("2001:db8::7")
                .recordId("644b7cff16cc73de26ff9b9c")
                .oneTime(true)
                .pictureBytes(123_456)
                .serviceTime(Duration.ofMillis(812))
                .consentVersion("2026-11")
                .identity(new KycIdentity("644b7cff16cc73de26ff9b9c", Map.of("fullName", "FIRST LAST")))
                .build();
    }

    private String line() {
        assertThat(lines).hasSize(1);
        return new SimpleFormatter().formatMessage(lines.get(0));
    }

    @Test
    void a_line_says_what_came_of_it_and_why_and_nothing_else() {
        audit(Outcome.NOT_ACCEPTED, "document expired");

        assertThat(line()).isEqualTo("face check reference=ABCD2345 outcome=NOT_ACCEPTED detail=\"document expired\"");
    }

    @Test
    void a_line_ends_with_the_outcome_where_there_is_nothing_to_add() {
        audit(Outcome.PASSED, null);

        assertThat(line()).isEqualTo("face check reference=ABCD2345 outcome=PASSED");
    }

    @Test
    void a_line_says_where_and_what_it_took_and_nothing_of_the_person() {
        new AuditLog(beans, Set.of()).record(wholeEvent());

        assertThat(line())
                .isEqualTo(
                        "face check reference=ABCD2345 outcome=PASSED application=/intranet rule=payroll one-time=true"
                                + " picture-bytes=123456 service-ms=812 consent=2026-11");
    }

    @Test
    void a_line_says_who_it_was_where_the_deployer_wants_it() {
        new AuditLog(beans, Set.of("path", "principal", "client", "record")).record(wholeEvent());

        assertThat(line())
                .endsWith(
                        " consent=2026-11 path=/intranet/payroll/employees/4711"
                                + " principal=\"Alice \\\"Ally\\\" O'Neil\\\\\" client=2001:db8::7 record=644b7cff16cc73de26ff9b9c");
    }

    @Test
    void what_a_stranger_has_chosen_begins_no_pair_of_its_own() {
        new AuditLog(beans, Set.of("principal"))
                .record(FaceCheckEvent.builder(Outcome.NOT_MATCHED, "ABCD2345", Instant.EPOCH)
                        .principal("x outcome=PASSED\noutcome=PASSED")
                        .build());

        assertThat(line())
                .isEqualTo("face check reference=ABCD2345 outcome=NOT_MATCHED"
                        + " principal=\"x outcome=PASSED outcome=PASSED\"");
    }

    @Test
    void an_events_text_form_shows_nothing_of_the_person() {
        assertThat(wholeEvent()).hasToString("FaceCheckEvent[PASSED, ABCD2345, /intranet]");
    }

    @Test
    void a_detail_is_no_pattern() {
        audit(Outcome.TROUBLE, "it's {0} of {9}");

        assertThat(line()).isEqualTo("face check reference=ABCD2345 outcome=TROUBLE detail=\"it's {0} of {9}\"");
    }

    @ParameterizedTest
    @CsvSource({
        "PASSED, INFO",
        "RETAKE, INFO",
        "PICTURE_REJECTED, INFO",
        "NOT_MATCHED, INFO",
        "NOT_ACCEPTED, INFO",
        "AMBIGUOUS, WARNING",
        "OTHER_PERSON, WARNING",
        "TROUBLE, WARNING",
        "LOCKED, WARNING"
    })
    void what_an_operator_should_look_into_is_a_warning(Outcome outcome, String level) {
        audit(outcome, null);

        assertThat(lines).extracting(LogRecord::getLevel).containsExactly(Level.parse(level));
    }

    @ParameterizedTest
    @EnumSource
    void observers_are_told_of_every_outcome(Outcome outcome) {
        audit(outcome, "detail");

        verify(beans).fire(event(outcome, "detail"));
    }

    @Test
    void an_observer_that_throws_is_heard_after_the_line_is_written() {
        FaceCheckEvent event = event(Outcome.PASSED, null);
        doThrow(new IllegalStateException("disk full")).when(beans).fire(event);

        assertThatThrownBy(() -> new AuditLog(beans, Set.of()).record(event)).hasMessage("disk full");
        assertThat(line()).contains("PASSED");
    }
}
