package org.facecheck.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.facecheck.fake.FakeRequest;
import org.facecheck.internal.caller.ClientAddress;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.config.CaptureConfig.UploadLimits;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.upload.UploadRefusal.Malformed;
import org.facecheck.internal.upload.UploadRefusal.UnusablePicture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UploadBodyTest {
    private static final int MAX = 50_000;
    private static final int MEMORY = 70_000;

    private final UploadQuota quota = new UploadQuota(new UploadLimits(9, 9, 9, MEMORY, MEMORY, 1), MEMORY);
    private final UploadQuota.Share share = enter();
    private final List<FormToken> asked = new ArrayList<>();

    private UploadQuota.Share enter() {
        return quota.tryEnter(new ClientAddress("192.0.2.1"), "session").orElseThrow();
    }

    private UploadBody body(byte[] form, long announced) throws Exception {
        AnnouncedUpload upload = AnnouncedUpload.of(
                FakeRequest.of("POST", "/app/facecheck")
                        .header("Content-Type", FormUploadTest.TYPE)
                        .body(form, announced),
                MAX);
        return new UploadBody(upload, share, token -> {
            asked.add(token);
            return token.text().equals("t0ken");
        });
    }

    /** Puts so much of the form there as arrives; returns how much fitted. */
    private static int arrive(UploadBody body, byte[] form, int from, int to) {
        int at = from;
        while (at < to && !body.isComplete()) {
            byte[] room = Objects.requireNonNull(body.room());
            int count = Math.min(to - at, body.free(room));
            System.arraycopy(form, at, room, body.position(), count);
            body.add(count);
            at += count;
        }
        return at - from;
    }

    /** How much memory is left for others. */
    private int left() {
        UploadQuota.Share other = enter();
        int bytes = 0;
        for (int step = 1 << 17; step > 0; step /= 2) {
            bytes += other.take(step) ? step : 0;
        }
        other.close();
        return bytes;
    }

    private static UploadRefusal refusal(UploadBody body) {
        return catchThrowableOfType(UploadRejectedException.class, body::finish).refusal();
    }

    @Test
    void nothing_is_taken_before_anything_arrives() throws Exception {
        byte[] form = FormUploadTest.form("t0ken", new byte[40_000]);

        body(form, form.length);

        assertThat(left()).isEqualTo(MEMORY);
    }

    @Test
    void memory_grows_with_what_arrives_and_never_beyond_what_was_announced() throws Exception {
        byte[] form = FormUploadTest.form("t0ken", new byte[40_000]);
        UploadBody body = body(form, form.length);

        arrive(body, form, 0, 1);
        assertThat(left()).isEqualTo(MEMORY - UploadBody.FIRST);
        arrive(body, form, 1, UploadBody.FIRST + 1);
        assertThat(left()).isEqualTo(MEMORY - 2 * UploadBody.FIRST);
        arrive(body, form, UploadBody.FIRST + 1, form.length);

        assertThat(left()).isEqualTo(MEMORY - form.length);
        assertThat(body.isComplete()).isTrue();
        FormUpload upload = body.finish();
        assertThat(upload.picture()).hasSize(40_000);
        assertThat(upload.token()).isEqualTo(new FormToken("t0ken"));
    }

    @Test
    void what_has_been_handed_over_is_kept_no_more() throws Exception {
        byte[] form = FormUploadTest.form("t0ken", new byte[100]);
        UploadBody body = body(form, form.length);
        arrive(body, form, 0, form.length);
        body.finish();

        assertThat(body.room()).isNull();
        assertThat(refusal(body)).isEqualTo(Malformed.NO_FORM);
    }

    @Test
    void a_form_without_a_length_is_as_long_as_what_arrived() throws Exception {
        byte[] form = FormUploadTest.form("t0ken", new byte[10_000]);
        UploadBody body = body(form, -1);

        arrive(body, form, 0, form.length);

        assertThat(body.isComplete()).isFalse();
        assertThat(body.mayEnd()).isTrue();
        assertThat(body.finish().picture()).hasSize(10_000);
    }

    @Test
    void one_that_was_announced_may_not_end_early() throws Exception {
        byte[] form = FormUploadTest.form("t0ken", new byte[100]);
        UploadBody body = body(form, form.length);

        arrive(body, form, 0, form.length - 1);
        assertThat(body.mayEnd()).isFalse();

        arrive(body, form, form.length - 1, form.length);
        assertThat(body.mayEnd()).isTrue();
    }

    @Test
    void without_a_length_what_exceeds_the_limit_is_not_read() throws Exception {
        byte[] form = FormUploadTest.form("t0ken", new byte[MAX + CaptureConfig.FORM_BYTES]);
        UploadBody body = body(form, -1);

        int read = arrive(body, form, 0, form.length);

        assertThat(read).isEqualTo(MAX + CaptureConfig.FORM_BYTES + 1);
        assertThat(body.isTooLong()).isTrue();
        assertThat(refusal(body)).isEqualTo(FormUpload.TOO_LARGE);
        assertThat(left()).isEqualTo(MEMORY);
    }

    @Test
    void what_reaches_the_limit_does_not_exceed_it() throws Exception {
        byte[] form = FormUploadTest.form("t0ken", new byte[MAX]);
        byte[] all = java.util.Arrays.copyOf(form, MAX + CaptureConfig.FORM_BYTES);
        UploadBody body = body(all, -1);

        arrive(body, all, 0, all.length);

        assertThat(body.isTooLong()).isFalse();
        assertThat(body.finish().picture()).hasSize(MAX);
    }

    @Nested
    class Where_it_is_of_no_use {
        @Test
        void a_wrong_token_is_seen_before_memory_is_taken_for_the_picture() throws Exception {
            byte[] form = FormUploadTest.form("invented", new byte[40_000]);
            UploadBody body = body(form, form.length);

            arrive(body, form, 0, 200);
            assertThat(body.isLetGo()).isTrue();
            assertThat(asked).containsExactly(new FormToken("invented"));
            assertThat(left()).isEqualTo(MEMORY);

            assertThat(arrive(body, form, 200, form.length)).isEqualTo(form.length - 200);
            assertThat(left()).isEqualTo(MEMORY);
            assertThat(body.mayEnd()).isTrue();
            FormUpload upload = body.finish();
            assertThat(upload.token()).isEqualTo(new FormToken("invented"));
            assertThat(upload.picture()).isEmpty();
        }

        @Test
        void a_good_token_is_asked_for_once() throws Exception {
            byte[] form = FormUploadTest.form("t0ken", new byte[100]);
            UploadBody body = body(form, form.length);

            for (int at = 0; at < form.length; at++) {
                arrive(body, form, at, at + 1);
            }

            assertThat(asked).containsExactly(new FormToken("t0ken"));
        }

        @Test
        void a_picture_before_the_token_is_let_go_by() throws Exception {
            byte[] form = new String(
                            FormUploadTest.form("t0ken", new byte[100]), java.nio.charset.StandardCharsets.UTF_8)
                    .replace("\"token\"", "\"later\"")
                    .replace("\"selfie\"; filename=\"s.jpg\"", "\"selfie\"")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            UploadBody body = body(form, form.length);

            arrive(body, form, 0, form.length);

            assertThat(refusal(body)).isEqualTo(Malformed.TOKEN_NOT_FIRST);
            assertThat(left()).isEqualTo(MEMORY);
        }

        @Test
        void one_that_finds_no_memory_is_let_go_by() throws Exception {
            enter().take(MEMORY - 10_000);
            byte[] form = FormUploadTest.form("t0ken", new byte[40_000]);
            UploadBody body = body(form, form.length);

            assertThat(arrive(body, form, 0, form.length)).isEqualTo(form.length);

            assertThat(refusal(body))
                    .isInstanceOfSatisfying(
                            UnusablePicture.class,
                            refusal -> assertThat(refusal.fault()).isEqualTo(Fault.BUSY));
            assertThat(left()).isEqualTo(10_000);
        }

        @Test
        void what_is_no_form_at_all_is_told_so() throws Exception {
            byte[] form = new byte[100];
            UploadBody body = body(form, form.length);

            arrive(body, form, 0, form.length);

            assertThat(refusal(body)).isEqualTo(Malformed.NO_FORM);
        }

        @Test
        void an_empty_one_is_none() throws Exception {
            UploadBody body = body(new byte[0], 0);

            assertThat(body.isComplete()).isTrue();
            assertThat(body.room()).isEmpty();
            assertThat(refusal(body)).isEqualTo(Malformed.NO_FORM);
        }
    }

    @Test
    void what_is_released_is_forgotten_whatever_arrives_after() throws Exception {
        byte[] form = FormUploadTest.form("t0ken", new byte[100]);
        UploadBody body = body(form, form.length);
        arrive(body, form, 0, 10);

        body.release();
        body.add(10);

        assertThat(body.room()).isNull();
        assertThat(refusal(body)).isEqualTo(Malformed.NO_FORM);
    }
}
