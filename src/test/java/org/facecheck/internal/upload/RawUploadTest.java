package org.facecheck.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.facecheck.fake.FakeRequest;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.upload.UploadRefusal.Malformed;
import org.facecheck.internal.upload.UploadRefusal.UnusablePicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawUploadTest {
    private static final int MAX = 1000;

    private static FakeRequest request(String type, long length) {
        return FakeRequest.of("POST", "/app/facecheck")
                .header("Content-Type", type)
                .header("Facecheck-Token", "t0ken")
                .body(new byte[5], length);
    }

    private static UploadRefusal refusal(FakeRequest request) {
        return catchThrowableOfType(UploadRejectedException.class, () -> RawUpload.announced(request, MAX))
                .refusal();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/jpeg", "image/png", "IMAGE/JPEG", "image/jpeg; charset=binary"})
    void is_a_picture_with_a_length_and_a_token_beside_it(String type) throws Exception {
        assertThat(RawUpload.isSentBy(request(type, 5))).isTrue();
        assertThat(RawUpload.announced(request(type, 5), MAX))
                .isEqualTo(new RawUpload(new FormToken("t0ken"), null, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=x", "text/plain", "application/json"})
    void is_no_form(String type) {
        assertThat(RawUpload.isSentBy(request(type, 5))).isFalse();
    }

    @Test
    void is_nothing_without_a_type() {
        assertThat(RawUpload.isSentBy(FakeRequest.of("POST", "/app/facecheck"))).isFalse();
    }

    @Test
    void without_a_token_has_an_empty_one() throws Exception {
        FakeRequest request = FakeRequest.of("POST", "/app/facecheck")
                .header("Content-Type", "image/png")
                .body(new byte[1], 1);

        assertThat(RawUpload.announced(request, MAX).token().text()).isEmpty();
    }

    @Test
    void of_another_format_is_refused() {
        assertThat(refusal(request("image/webp", 5)))
                .isEqualTo(new UnusablePicture(Fault.OTHER_FORMAT, "media type not supported"));
    }

    @Test
    void has_to_announce_its_length() {
        assertThat(refusal(request("image/jpeg", -1))).isEqualTo(Malformed.NO_LENGTH);
    }

    @Test
    void has_to_hold_something() {
        assertThat(refusal(request("image/jpeg", 0))).isEqualTo(Malformed.NO_PICTURE);
    }

    @Test
    void may_be_as_large_as_configured_and_not_larger() throws Exception {
        assertThat(RawUpload.announced(request("image/jpeg", MAX), MAX).length())
                .hasValue(MAX);
        assertThat(refusal(request("image/jpeg", MAX + 1))).isEqualTo(FormUpload.TOO_LARGE);
        assertThat(refusal(request("image/jpeg", 1L << 33))).isEqualTo(FormUpload.TOO_LARGE);
    }

    @Test
    void is_the_whole_body() throws Exception {
        AnnouncedUpload upload = RawUpload.announced(request("image/jpeg", 5), MAX);

        assertThat(upload.headerToken()).contains(new FormToken("t0ken"));
        assertThat(upload.token(new byte[0], 0)).contains(new FormToken("t0ken"));
        assertThat(upload.limit()).isEqualTo(5);
        assertThat(upload.upload(new FormToken("t0ken"), new byte[] {1, 2}).picture())
                .containsExactly(1, 2);
    }

    @Test
    void shows_no_token_in_its_text_form() {
        assertThat(new RawUpload(new FormToken("t0ken"), null, 5)).hasToString("RawUpload[5 bytes]");
    }
}
