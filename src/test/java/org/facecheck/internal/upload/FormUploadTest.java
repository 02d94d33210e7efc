package org.facecheck.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.facecheck.Selfie;
import org.facecheck.Selfie.Format;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.Pictures;
import org.facecheck.internal.image.SelfieReader;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.upload.UploadRefusal.Malformed;
import org.facecheck.internal.upload.UploadRefusal.UnusablePicture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

public class FormUploadTest {
    private static final int MAX = 1000;
    private static final SelfieReader READER = new SelfieReader();
    private static final byte[] PICTURE = Pictures.jpeg(640, 480);

    public static final String TYPE = "multipart/form-data; boundary=b";

    private FakeRequest request = sent(form("t0ken", PICTURE));

    /** As a browser sends it. */
    public static byte[] form(String token, byte[] picture) {
        return Pictures.joined(
                "--b\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n".getBytes(StandardCharsets.UTF_8),
                token.getBytes(StandardCharsets.UTF_8),
                "\r\n--b\r\nContent-Disposition: form-data; name=\"selfie\"; filename=\"s.jpg\"\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8),
                picture,
                "\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static FakeRequest sent(byte[] form) {
        return FakeRequest.of("POST", "/app/facecheck")
                .header("Content-Type", TYPE)
                .body(form, form.length);
    }

    private static UploadRefusal refusalOf(UploadRejectedException rejected) {
        assertThat(rejected).as("a rejection").isNotNull();
        return rejected.refusal();
    }

    private UploadRefusal refusal() {
        return refusalOf(catchThrowableOfType(UploadRejectedException.class, () -> {
            FormUpload.memory(request, MAX);
            FormUpload.read(request, MAX, MINUTE);
        }));
    }

    private static UploadRefusal refusal(byte[] picture) {
        return refusalOf(catchThrowableOfType(
                UploadRejectedException.class, () -> new FormUpload(new FormToken(""), picture).selfie(READER)));
    }

    @Nested
    class A_form {
        @Test
        void has_a_token_and_a_picture() throws Exception {
            FormUpload upload = FormUpload.read(request, MAX, MINUTE);

            assertThat(upload.token().text()).isEqualTo("t0ken");
            assertThat(upload.picture()).isEqualTo(PICTURE);
        }

        @Test
        void with_a_token_that_no_page_had_has_an_empty_one() throws Exception {
            assertThat(FormUpload.read(sent(form("t".repeat(128), PICTURE)), MAX, MINUTE)
                            .token()
                            .text())
                    .hasSize(128);
            assertThat(FormUpload.read(sent(form("t".repeat(129), PICTURE)), MAX, MINUTE)
                            .token()
                            .text())
                    .isEmpty();
        }

        @Test
        void without_a_token_has_an_empty_one_and_without_a_picture_none() throws Exception {
            FormUpload upload = FormUpload.read(sent("--b--".getBytes(StandardCharsets.UTF_8)), MAX, MINUTE);

            assertThat(upload.token().text()).isEmpty();
            assertThat(refusal(upload.picture())).isEqualTo(Malformed.NO_PICTURE);
        }

        @Test
        void that_is_no_multipart_form_is_told_so() {
            request = request.header("Content-Type", "application/x-www-form-urlencoded");

            assertThat(refusal()).isEqualTo(Malformed.NO_FORM);
        }

        @Test
        void that_ends_early_is_not_answered_since_the_client_has_gone() {
            byte[] form = form("t0ken", PICTURE);
            request = sent(form).body(form, form.length + 1);

            assertThatThrownBy(() -> FormUpload.read(request, MAX, MINUTE)).isInstanceOf(IOException.class);
        }

        @Test
        void that_arrives_byte_by_byte_ends_with_the_deadline() {
            Duration deadline = Duration.ofMillis(20);
            byte[] form = form("t0ken", PICTURE);
            AtomicInteger read = new AtomicInteger();
            HttpServletRequest slow = new HttpServletRequestWrapper(sent(form)) {
                @Override
                public ServletInputStream getInputStream() throws IOException {
                    ServletInputStream all = super.getInputStream();
                    ServletInputStream trickle = mock(ServletInputStream.class);
                    when(trickle.read(any(), anyInt(), anyInt())).thenAnswer(call -> {
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
                        read.incrementAndGet();
                        return all.read(call.getArgument(0), call.getArgument(1), 1);
                    });
                    return trickle;
                }
            };

            assertThat(refusalOf(catchThrowableOfType(
                            UploadRejectedException.class, () -> FormUpload.read(slow, MAX, deadline))))
                    .isEqualTo(Malformed.TOO_SLOW);
            assertThat(read.get()).isLessThan(form.length);
        }

        @Test
        void may_come_without_a_length() throws Exception {
            request = request.body(form("t0ken", PICTURE), -1);

            assertThat(FormUpload.memory(request, MAX)).isEqualTo(2 * (MAX + FormUpload.OVERHEAD));
            assertThat(FormUpload.read(request, MAX, MINUTE).picture()).isEqualTo(PICTURE);
        }
    }

    @Nested
    class What_is_too_large {
        private final UploadRefusal tooLarge = FormUpload.TOO_LARGE;

        private void announce(byte[] form, long length) {
            request = request.body(form, length);
        }

        @Test
        void is_refused_by_its_length_before_it_is_read() {
            announce(new byte[0], MAX + FormUpload.OVERHEAD + 1);

            assertThat(refusal()).isEqualTo(tooLarge);
        }

        @Test
        void is_not_what_reaches_the_limit() throws Exception {
            byte[] form = form("t", new byte[MAX]);
            announce(
                    Pictures.joined(form, new byte[MAX + FormUpload.OVERHEAD - form.length]),
                    MAX + FormUpload.OVERHEAD);

            assertThat(FormUpload.memory(request, MAX)).isEqualTo(2 * (MAX + FormUpload.OVERHEAD));
            assertThat(FormUpload.read(request, MAX, MINUTE).picture()).hasSize(MAX);
        }

        @Test
        void is_a_length_that_no_integer_holds() {
            announce(new byte[0], Long.MAX_VALUE);

            assertThat(refusal()).isEqualTo(tooLarge);
        }

        @Test
        void is_refused_by_the_picture() {
            announce(form("t0ken", new byte[MAX + 1]), -1);

            assertThat(refusal()).isEqualTo(tooLarge);
        }

        @Test
        void is_not_read_beyond_the_limit_where_the_request_said_nothing() {
            announce(Pictures.joined(form("t0ken", PICTURE), new byte[MAX + FormUpload.OVERHEAD]), -1);

            assertThat(refusal()).isEqualTo(tooLarge);
        }
    }

    @Nested
    class A_picture {
        @Test
        void becomes_a_selfie_without_being_copied() throws Exception {
            FormUpload upload = FormUpload.read(request, MAX, MINUTE);

            Selfie selfie = upload.selfie(READER);

            assertThat(selfie.bytes()).isSameAs(upload.picture());
            assertThat(selfie.format()).isEqualTo(Format.JPEG);
            assertThat(selfie.width()).isEqualTo(640);
            assertThat(selfie.height()).isEqualTo(480);
        }

        @Test
        void may_be_a_png() throws Exception {
            assertThat(new FormUpload(new FormToken(""), Pictures.png(300, 400))
                            .selfie(READER)
                            .format())
                    .isEqualTo(Format.PNG);
        }

        private static Fault fault(byte[] picture) {
            return ((UnusablePicture) refusal(picture)).fault();
        }

        @Test
        void that_is_none_is_told_by_its_content() {
            assertThat(fault(Pictures.ascii("not a picture"))).isEqualTo(Fault.OTHER_FORMAT);
        }

        @Test
        void that_is_broken_is_told_of() {
            assertThat(fault(Arrays.copyOf(PICTURE, PICTURE.length - 1))).isEqualTo(Fault.UNREADABLE);
        }

        @Test
        void with_something_behind_it_is_the_selfie_without_it() throws Exception {
            byte[] more = Pictures.joined(PICTURE, Pictures.ascii("<script>"));

            assertThat(new FormUpload(new FormToken(""), more).selfie(READER).bytes())
                    .isEqualTo(PICTURE);
        }

        @Test
        void of_the_wrong_size_is_told_of() {
            assertThat(fault(Pictures.png(199, 200))).isEqualTo(Fault.TOO_SMALL);
            assertThat(fault(Pictures.png(10_001, 200))).isEqualTo(Fault.TOO_LARGE);
        }

        @Test
        void that_is_refused_leaves_nothing_of_itself_in_what_the_operator_reads() {
            assertThat(refusal(Pictures.ascii("<script>")).detail())
                    .isNotBlank()
                    .doesNotContain("script");
        }
    }

    @Test
    void the_text_form_shows_no_token() {
        assertThat(new FormUpload(new FormToken("t0ken"), new byte[7])).hasToString("FormUpload[7 bytes]");
    }
}
