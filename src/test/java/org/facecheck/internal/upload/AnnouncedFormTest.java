package org.facecheck.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.Pictures;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.upload.UploadRefusal.Malformed;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AnnouncedFormTest {
    private static final int MAX = 1000;
    private static final byte[] PICTURE = Pictures.jpeg(640, 480);
    private static final byte[] FORM = FormUploadTest.form("t0ken", PICTURE);
    private static final FormToken TOKEN = new FormToken("t0ken");

    private FakeRequest request = FakeRequest.of("POST", "/app/facecheck")
            .header("Content-Type", FormUploadTest.TYPE)
            .body(FORM, FORM.length);

    private AnnouncedUpload announced() throws UploadRejectedException {
        return AnnouncedUpload.of(request, MAX);
    }

    private UploadRefusal refusal() {
        return catchThrowableOfType(UploadRejectedException.class, this::announced)
                .refusal();
    }

    private Optional<FormToken> token(byte[] body) throws UploadRejectedException {
        return announced().token(body, body.length);
    }

    private UploadRefusal refusal(byte[] body) {
        return catchThrowableOfType(UploadRejectedException.class, () -> token(body))
                .refusal();
    }

    private static byte[] part(String name, String content) {
        return ("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Nested
    class Its_token {
        @Test
        void is_known_as_soon_as_its_part_is_whole() throws Exception {
            int behind =
                    new String(FORM, StandardCharsets.ISO_8859_1).indexOf("t0ken\r\n--b") + "t0ken\r\n--b".length();

            assertThat(announced().token(FORM, behind - 1)).isEmpty();
            assertThat(announced().token(FORM, behind)).contains(TOKEN);
            assertThat(announced().token(FORM, FORM.length)).contains(TOKEN);
        }

        @Test
        void may_stand_behind_a_short_field_of_the_applications() throws Exception {
            assertThat(token(Pictures.joined(part("csrf", "x".repeat(100)), FORM)))
                    .contains(TOKEN);
        }

        @Test
        void may_not_stand_behind_the_picture() {
            byte[] headers = "--b\r\nContent-Disposition: form-data; name=\"selfie\"; filename=\"s.jpg\"\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8);

            assertThat(refusal(headers)).isEqualTo(Malformed.TOKEN_NOT_FIRST);
            assertThat(refusal(Pictures.joined(part("selfie", "picture"), part("token", "t0ken"))))
                    .isEqualTo(Malformed.TOKEN_NOT_FIRST);
        }

        @Test
        void may_not_be_missing() {
            assertThat(refusal("--b--".getBytes(StandardCharsets.UTF_8))).isEqualTo(Malformed.TOKEN_NOT_FIRST);
        }

        @Test
        void is_not_waited_for_longer_than_short_fields_are_long() throws Exception {
            byte[] field = part("csrf", "x".repeat(8192));

            assertThat(announced().token(field, 8191)).isEmpty();
            assertThat(catchThrowableOfType(
                                    UploadRejectedException.class,
                                    () -> announced().token(field, 8192))
                            .refusal())
                    .isEqualTo(Malformed.TOKEN_NOT_FIRST);
        }

        @Test
        void is_empty_where_no_page_has_such_a_long_one() throws Exception {
            assertThat(token(FormUploadTest.form("t".repeat(128), PICTURE)))
                    .hasValueSatisfying(token -> assertThat(token.text()).hasSize(128));
            assertThat(token(FormUploadTest.form("t".repeat(129), PICTURE))).contains(new FormToken(""));
        }

        @Test
        void may_be_a_header_instead() throws Exception {
            request.header("Facecheck-Token", "from the header");

            assertThat(announced().headerToken()).contains(new FormToken("from the header"));
            assertThat(token(new byte[0])).contains(new FormToken("from the header"));
        }
    }

    @Nested
    class Its_length {
        @Test
        void is_what_the_headers_say() throws Exception {
            assertThat(announced().length()).hasValue(FORM.length);
        }

        @Test
        void may_be_unknown() throws Exception {
            request.body(FORM, -1);

            assertThat(announced().length()).isEmpty();
            assertThat(announced().limit()).isEqualTo(MAX + CaptureConfig.FORM_BYTES);
        }

        @Test
        void may_reach_the_limit_and_not_exceed_it() throws Exception {
            request.body(FORM, MAX + CaptureConfig.FORM_BYTES);
            assertThat(announced().length()).hasValue(MAX + CaptureConfig.FORM_BYTES);

            request.body(FORM, MAX + CaptureConfig.FORM_BYTES + 1);
            assertThat(refusal()).isEqualTo(FormUpload.TOO_LARGE);

            request.body(FORM, Long.MAX_VALUE);
            assertThat(refusal()).isEqualTo(FormUpload.TOO_LARGE);
        }
    }

    @Test
    void what_is_no_multipart_form_is_refused_by_its_headers() {
        request.header("Content-Type", "application/x-www-form-urlencoded");

        assertThat(refusal()).isEqualTo(Malformed.NO_FORM);
    }

    @Test
    void a_whole_form_has_the_picture() throws Exception {
        FormUpload upload = announced().upload(TOKEN, FORM);

        assertThat(upload.token()).isEqualTo(TOKEN);
        assertThat(upload.picture()).isEqualTo(PICTURE);
    }

    @Test
    void half_a_form_is_none() {
        byte[] half = java.util.Arrays.copyOf(FORM, FORM.length - 4);

        assertThat(catchThrowableOfType(
                                UploadRejectedException.class, () -> announced().upload(TOKEN, half))
                        .refusal())
                .isEqualTo(Malformed.NO_FORM);
    }

    @Test
    void a_form_without_a_picture_has_an_empty_one() throws Exception {
        assertThat(announced()
                        .upload(
                                TOKEN,
                                Pictures.joined(part("token", "t0ken"), "--b--".getBytes(StandardCharsets.UTF_8)))
                        .picture())
                .isEmpty();
    }

    @Test
    void a_picture_may_be_as_large_as_configured_and_not_larger() throws Exception {
        assertThat(announced()
                        .upload(TOKEN, FormUploadTest.form("t", new byte[MAX]))
                        .picture())
                .hasSize(MAX);
        assertThat(catchThrowableOfType(
                                UploadRejectedException.class,
                                () -> announced().upload(TOKEN, FormUploadTest.form("t", new byte[MAX + 1])))
                        .refusal())
                .isEqualTo(FormUpload.TOO_LARGE);
    }
}
