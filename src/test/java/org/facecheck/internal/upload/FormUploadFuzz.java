package org.facecheck.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.facecheck.Selfie;
import org.facecheck.Selfie.Format;
import org.facecheck.fake.Pictures;
import org.facecheck.internal.image.SelfieReader;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.upload.UploadRefusal.Malformed;
import org.facecheck.internal.upload.UploadRefusal.UnusablePicture;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent as a picture is refused with a reason, or is a selfie that keeps to every limit. */
class FormUploadFuzz {
    private static final int SIDE = 200;
    private static final int HEADERS = 4096;
    private static final SelfieReader READER = new SelfieReader();

    static Stream<byte[]> seeds() {
        return Stream.of(
                Pictures.drawn(SIDE, SIDE, "jpeg"),
                Pictures.progressive(SIDE, SIDE),
                Pictures.drawn(SIDE, SIDE, "png"),
                Pictures.with(Pictures.drawn(SIDE, SIDE, "jpeg"), Pictures.exif(6)),
                Pictures.png(SIDE, SIDE));
    }

    @MethodSource("seeds")
    @FuzzTest
    void a_picture_is_a_selfie_within_all_limits_or_a_reason(byte[] picture) throws UploadRejectedException {
        Selfie selfie;
        try {
            selfie = new FormUpload(new FormToken(""), null, picture).selfie(READER);
        } catch (UploadRejectedException rejected) {
            assertThat(rejected.refusal())
                    .satisfiesAnyOf(
                            refusal -> assertThat(refusal).isEqualTo(Malformed.NO_PICTURE),
                            refusal -> assertThat(refusal)
                                    .isInstanceOfSatisfying(
                                            UnusablePicture.class,
                                            unusable ->
                                                    assertThat(unusable.fault()).isNotEqualTo(Fault.BUSY)));
            // Fixed words, and perhaps a number: nothing of the picture.
            assertThat(rejected.refusal().detail()).matches("[a-zA-Z0-9 ,_'-]{1,80}");
            return;
        }
        // One that lay on its side has been encoded anew.
        int anew = 3 * selfie.width() * selfie.height() + HEADERS;
        assertThat(selfie.bytes())
                .startsWith(magic(selfie.format()))
                .hasSizeLessThanOrEqualTo(Math.max(picture.length, anew));
        assertThat(Math.min(selfie.width(), selfie.height())).isGreaterThanOrEqualTo(SIDE);
        assertThat(Math.max(selfie.width(), selfie.height())).isLessThanOrEqualTo(10_000);
        assertThat((long) selfie.width() * selfie.height()).isLessThanOrEqualTo(40_000_000);

        Selfie again = new FormUpload(new FormToken(""), null, selfie.bytes()).selfie(READER);
        assertThat(again.bytes()).isEqualTo(selfie.bytes());
        assertThat(again.format()).isEqualTo(selfie.format());
    }

    private static byte[] magic(Format format) {
        return format == Format.JPEG ? Pictures.octets(0xFF, 0xD8, 0xFF) : Pictures.octets(0x89, 'P', 'N', 'G');
    }
}
