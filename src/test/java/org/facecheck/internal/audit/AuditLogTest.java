package org.facecheck.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.facecheck.FaceCheckEvent;
import org.facecheck.FaceCheckEvent.Outcome;
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
        new AuditLog(beans).record(event(outcome, detail));
    }

    private String line() {
        assertThat(lines).hasSize(1);
        return new SimpleFormatter().formatMessage(lines.get(0));
    }

    @Test
    void a_line_says_what_came_of_it_and_why_and_nothing_else() {
        audit(Outcome.NOT_ACCEPTED, "document expired");

        assertThat(line()).isEqualTo("face check ABCD2345: NOT_ACCEPTED (document expired)");
    }

    @Test
    void a_line_ends_with_the_outcome_where_there_is_nothing_to_add() {
        audit(Outcome.PASSED, null);

        assertThat(line()).isEqualTo("face check ABCD2345: PASSED");
    }

    @Test
    void a_detail_is_no_pattern() {
        audit(Outcome.TROUBLE, "it's {0} of {9}");

        assertThat(line()).isEqualTo("face check ABCD2345: TROUBLE (it's {0} of {9})");
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

        assertThatThrownBy(() -> new AuditLog(beans).record(event)).hasMessage("disk full");
        assertThat(line()).contains("PASSED");
    }
}
