package org.facecheck.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.InputStream;
import java.time.Duration;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeTimer;
import org.facecheck.fake.Pictures;
import org.facecheck.fake.TestConfig;
import org.facecheck.internal.caller.ClientAddress;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.upload.UploadRefusal.Malformed;
import org.junit.jupiter.api.Test;

class BlockingUploadTest {
    private static final byte[] PICTURE = Pictures.jpeg(640, 480);

    private final CaptureConfig config = TestConfig.with().read().capture();
    private final FakeTimer timer = new FakeTimer();
    private final UploadQuota.Share share = new UploadQuota(config.uploads(), config.maxBytesInFlight())
            .tryEnter(new ClientAddress("192.0.2.1"), "session")
            .orElseThrow();

    private FormUpload read(String type, InputStream stream, long announced) throws Exception {
        FakeRequest request = FakeRequest.of("POST", "/app/facecheck")
                .header("Content-Type", type)
                .body(new byte[0], announced);
        return BlockingUpload.read(
                stream,
                AnnouncedUpload.of(
                        type.startsWith("image") ? request.header("Facecheck-Token", "t0ken") : request,
                        config.maxBytes()),
                share,
                UploadPace.begin(timer, config),
                token -> token.text().equals("t0ken"));
    }

    /** Gives a byte each time, after so long. */
    private InputStream trickle(byte[] bytes, Duration between) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                timer.pass(between);
                return super.read(target, from, Math.min(1, length));
            }
        };
    }

    private void assertTooSlow(InputStream stream, long announced) {
        assertThatThrownBy(() -> read(FormUploadTest.TYPE, stream, announced))
                .isInstanceOfSatisfying(
                        UploadRejectedException.class,
                        rejected -> assertThat(rejected.refusal()).isEqualTo(Malformed.TOO_SLOW));
    }

    @Test
    void a_form_is_read_to_its_end_with_and_without_a_length() throws Exception {
        byte[] form = FormUploadTest.form("t0ken", PICTURE);

        for (long announced : new long[] {form.length, -1}) {
            FormUpload upload = read(FormUploadTest.TYPE, new ByteArrayInputStream(form), announced);

            assertThat(upload.token()).isEqualTo(new FormToken("t0ken"));
            assertThat(upload.picture()).isEqualTo(PICTURE);
        }
    }

    @Test
    void so_is_a_picture_and_what_follows_is_not_touched() throws Exception {
        InputStream stream = new ByteArrayInputStream(Pictures.joined(PICTURE, new byte[10]));

        assertThat(read("image/jpeg", stream, PICTURE.length).picture()).isEqualTo(PICTURE);
        assertThat(stream.available()).isEqualTo(10);
    }

    @Test
    void one_that_ends_early_is_not_answered_since_the_client_has_gone() {
        byte[] form = FormUploadTest.form("t0ken", PICTURE);

        assertThatThrownBy(() -> read(FormUploadTest.TYPE, new ByteArrayInputStream(form), form.length + 1))
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> read("image/jpeg", new ByteArrayInputStream(PICTURE), PICTURE.length + 1))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void one_that_arrives_byte_by_byte_ends_with_the_deadline() {
        byte[] form = FormUploadTest.form("t0ken", PICTURE);

        assertTooSlow(trickle(form, Duration.ofSeconds(20)), form.length);
    }

    @Test
    void and_before_it_where_it_falls_below_the_least_rate() {
        byte[] form = FormUploadTest.form("t0ken", new byte[5000]);

        assertTooSlow(trickle(form, Duration.ofMillis(10)), form.length);
        assertThat(Duration.ofNanos(timer.nanoTime())).isLessThan(config.uploadTimeout());
    }

    @Test
    void of_one_with_a_wrong_token_the_picture_is_not_read() throws Exception {
        byte[] form = FormUploadTest.form("invented", new byte[50_000]);
        InputStream stream = new ByteArrayInputStream(form);

        FormUpload upload = read(FormUploadTest.TYPE, stream, form.length);

        assertThat(upload.token()).isEqualTo(new FormToken("invented"));
        assertThat(upload.picture()).isEmpty();
        assertThat(stream.available()).isGreaterThan(40_000);
    }
}
