package org.facecheck.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.FaceMatch.Hint;
import org.facecheck.KycIdentity;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private final Verdict verified = new Verdict.Verified(new KycIdentity("record", Map.of("fullName", "FIRST LAST")));

    @Test
    void each_has_the_outcome_that_the_audit_knows() {
        assertThat(verified.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(new Verdict.Retake(Hint.NO_FACE).outcome()).isEqualTo(Outcome.RETAKE);
        assertThat(new Verdict.Refused(Outcome.AMBIGUOUS).outcome()).isEqualTo(Outcome.AMBIGUOUS);
        assertThat(new Verdict.Trouble("").outcome()).isEqualTo(Outcome.TROUBLE);
    }

    @Test
    void the_operator_learns_what_a_picture_lacked() {
        assertThat(new Verdict.Retake(Hint.TOO_DARK).detail()).isEqualTo("TOO_DARK");
    }

    @Test
    void nobody_learns_from_it_who_was_verified() {
        assertThat(verified.detail()).isNull();
        assertThat(verified.toString()).doesNotContain("FIRST");
    }
}
