package org.facecheck.internal.page.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.FaceMatch.Hint;
import org.facecheck.KycIdentity;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.facecheck.internal.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PageMessageTest {
    private static final String REFERENCE = "ABCD2345";

    @ParameterizedTest
    @CsvSource({
        "TRY_AGAIN, retake-try-again",
        "NO_FACE, retake-no-face",
        "TWO_FACES, retake-two-faces",
        "TOO_DARK, retake-too-dark",
        "BLURRED, retake-blurred",
        "CROPPED, retake-cropped",
        "AT_BORDER, retake-at-border",
        "TOO_CLOSE, retake-too-close",
        "TOO_SMALL, retake-too-small"
    })
    void a_picture_to_be_taken_again_comes_with_its_hint_and_without_a_reference(Hint hint, String key) {
        assertThat(PageMessage.of(new Verdict.Retake(hint), REFERENCE))
                .isEqualTo(new PageMessage(422, key, null, null, null));
    }

    @ParameterizedTest
    @EnumSource
    void every_hint_is_told(Hint hint) {
        assertThat(PageMessage.of(new Verdict.Retake(hint), REFERENCE).key()).startsWith("retake-");
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_MATCHED, 403, not-matched,,",
        "OTHER_PERSON, 403, not-matched,,",
        "NOT_ACCEPTED, 403, not-accepted,,",
        "AMBIGUOUS, 403, not-accepted,,",
        "LOCKED, 503, trouble, PT30S"
    })
    void a_refusal_bears_a_reference(Outcome outcome, int status, String key, Duration wait) {
        assertThat(PageMessage.of(new Verdict.Refused(outcome, "detail"), REFERENCE))
                .isEqualTo(new PageMessage(status, key, REFERENCE, wait, null));
    }

    @Test
    void somebody_elses_face_learns_no_more_than_nobodys() {
        assertThat(PageMessage.of(new Verdict.Refused(Outcome.OTHER_PERSON, "known"), REFERENCE))
                .isEqualTo(PageMessage.of(new Verdict.Refused(Outcome.NOT_MATCHED), REFERENCE));
    }

    @Test
    void trouble_asks_to_come_back_later() {
        assertThat(PageMessage.of(new Verdict.Trouble("detail"), REFERENCE))
                .isEqualTo(new PageMessage(503, "trouble", REFERENCE, Duration.ofSeconds(30), null));
    }

    @ParameterizedTest
    @CsvSource({"PT1S, PT1S", "PT0.2S, PT0.2S", "PT31S, PT31S", "PT5M, PT5M", "PT5M0.001S, PT5M", "P365D, PT5M"})
    void trouble_of_known_length_asks_to_come_back_then_but_sends_nobody_away_for_long(Duration known, Duration told) {
        assertThat(PageMessage.of(new Verdict.Trouble("detail", known), REFERENCE))
                .isEqualTo(new PageMessage(503, "trouble", REFERENCE, told, null));
    }

    @Test
    void a_pass_that_ended_here_was_trouble() {
        assertThat(PageMessage.of(new Verdict.Verified(new KycIdentity("", Map.of())), REFERENCE)
                        .status())
                .isEqualTo(503);
    }

    @Test
    void when_all_places_are_taken_a_few_seconds_will_do() {
        assertThat(PageMessage.busy()).isEqualTo(new PageMessage(503, "busy", null, Duration.ofSeconds(5), null));
    }

    @Test
    void who_is_locked_out_learns_for_how_long() {
        assertThat(PageMessage.locked(Duration.ofMinutes(7), REFERENCE))
                .isEqualTo(new PageMessage(429, "locked", REFERENCE, Duration.ofMinutes(7), 0));
    }

    @Test
    void who_has_not_tried_has_nothing_to_refer_to() {
        assertThat(PageMessage.locked(Duration.ofMinutes(7)))
                .isEqualTo(new PageMessage(429, "locked", null, Duration.ofMinutes(7), 0));
    }

    @Test
    void an_upload_that_can_not_be_used_has_its_own_status() {
        assertThat(PageMessage.tokenUsed()).isEqualTo(new PageMessage(403, "token", null, null, null));
        assertThat(PageMessage.noPicture()).isEqualTo(new PageMessage(400, "no-picture", null, null, null));
        assertThat(PageMessage.lengthRequired()).isEqualTo(new PageMessage(411, "no-picture", null, null, null));
    }

    @Test
    void the_page_counts_down_only_where_no_attempt_is_left() {
        PageMessage trouble = PageMessage.of(new Verdict.Trouble("detail"), REFERENCE);
        Duration wait = Duration.ofMillis(1500);

        assertThat(trouble.lockedSeconds()).isZero();
        assertThat(trouble.withAttemptsLeft(1, wait).lockedSeconds()).isZero();
        assertThat(trouble.withAttemptsLeft(0, wait).lockedSeconds()).isEqualTo(2);
        assertThat(PageMessage.locked(wait).lockedSeconds()).isEqualTo(2);
    }

    @Test
    void a_picture_that_has_to_wait_for_too_many_others_is_told_to_come_again() {
        assertThat(PageMessage.of(Fault.BUSY)).isEqualTo(PageMessage.busy());
    }
}
