package org.facecheck.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.util.List;
import org.facecheck.internal.concurrent.Bulkhead;
import org.facecheck.internal.figures.ApplicationFigures;
import org.facecheck.internal.figures.Counters;
import org.facecheck.internal.figures.OperatorActions;
import org.facecheck.internal.figures.SessionsWithPass;
import org.facecheck.internal.verdict.Verdict;
import org.junit.jupiter.api.Test;

class AuditRecorderTest {
    private final Counters counters = new Counters(Clock.systemUTC());
    private final ApplicationFigures figures = new ApplicationFigures(
            "/",
            counters,
            new SessionsWithPass(),
            new Bulkhead(1),
            () -> null,
            mock(OperatorActions.class),
            Clock.systemUTC());

    private boolean isRecordedBy(Audit audit) {
        AuditRecorder recorder = new AuditRecorder(audit, new RequestFacts(List.of()), counters, Clock.systemUTC());
        return recorder.recordUndelivered(new Verdict.Trouble("lost"), new CheckFigures("/", () -> 0L))
                .isRecorded();
    }

    @Test
    void counts_what_was_recorded() {
        assertThat(isRecordedBy(event -> {})).isTrue();

        assertThat(figures.getChecks()).containsEntry("TROUBLE", 1L);
        assertThat(figures.getTroubles()).containsEntry("lost", 1L);
        assertThat(figures.getNotAudited()).isZero();
    }

    @Test
    void what_could_not_be_recorded_is_not_counted_as_if_it_had_been() {
        assertThat(isRecordedBy(event -> {
                    throw new IllegalStateException("disk full");
                }))
                .isFalse();

        assertThat(figures.getChecks()).containsEntry("TROUBLE", 0L);
        assertThat(figures.getNotAudited()).isEqualTo(1);
    }
}
