package org.facecheck.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.facecheck.Selfie;
import org.facecheck.Selfie.Format;
import org.facecheck.fake.Pictures;
import org.facecheck.internal.image.SelfieReader;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.upload.UploadRefusal.Malformed;
import org.facecheck.internal.upload.UploadRefusal.UnusablePicture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

public class FormUploadTest {
    private static final SelfieReader READER = new SelfieReader();
    private static final byte[] PICTURE = Pictures.jpeg(640, 480);

    public static final String TYPE = "multipart/form-data; boundary=b";

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

    private static UploadRefusal refusalOf(UploadRejectedException rejected) {
        assertThat(rejected).as("a rejection").isNotNull();
        return rejected.refusal();
    }

    private static UploadRefusal refusal(byte[] picture) {
        return refusalOf(catchThrowableOfType(
                UploadRejectedException.class, () -> new FormUpload(new FormToken(""), null, picture).selfie(READER)));
    }

    @Nested
    class A_picture {
        @Test
        void becomes_a_selfie_without_being_copied() throws Exception {
            FormUpload upload = new FormUpload(new FormToken("t0ken"), null, PICTURE.clone());

            Selfie selfie = upload.selfie(READER);

            assertThat(selfie.bytes()).isSameAs(upload.picture());
            assertThat(selfie.format()).isEqualTo(Format.JPEG);
            assertThat(selfie.width()).isEqualTo(640);
            assertThat(selfie.height()).isEqualTo(480);
        }

        @Test
        void may_be_a_png() throws Exception {
            assertThat(new FormUpload(new FormToken(""), null, Pictures.png(300, 400))
                            .selfie(READER)
                            .format())
                    .isEqualTo(Format.PNG);
        }

        @Test
        void that_is_not_there_is_told_of() {
            assertThat(refusal(new byte[0])).isEqualTo(Malformed.NO_PICTURE);
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

            assertThat(new FormUpload(new FormToken(""), null, more)
                            .selfie(READER)
                            .bytes())
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
        assertThat(new FormUpload(new FormToken("t0ken"), null, new byte[7])).hasToString("FormUpload[7 bytes]");
    }
}
