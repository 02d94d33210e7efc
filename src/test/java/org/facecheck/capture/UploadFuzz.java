package org.facecheck.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.facecheck.Selfie;
import org.facecheck.Selfie.Format;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent as a picture is refused with news, or is a selfie that keeps to every limit. */
class UploadFuzz {
    private static final int SIDE = 200;

    static Stream<byte[]> seeds() {
        return Stream.of(
                Pictures.drawn(SIDE, SIDE, "jpeg"),
                Pictures.progressive(SIDE, SIDE),
                Pictures.drawn(SIDE, SIDE, "png"),
                Pictures.jpeg(SIDE, SIDE, Pictures.segment(0xE1, 40)),
                Pictures.png(SIDE, SIDE));
    }

    @MethodSource("seeds")
    @FuzzTest
    void a_picture_is_a_selfie_within_all_limits_or_news(byte[] picture) throws UploadException {
        Selfie selfie;
        try {
            selfie = selfie(picture);
        } catch (UploadException refused) {
            assertThat(refused.news().status()).isBetween(400, 499);
            return;
        }
        assertThat(selfie.bytes()).startsWith(magic(selfie.format()));
        assertThat(Math.min(selfie.width(), selfie.height())).isGreaterThanOrEqualTo(SIDE);
        assertThat(Math.max(selfie.width(), selfie.height())).isLessThanOrEqualTo(10_000);
        assertThat((long) selfie.width() * selfie.height()).isLessThanOrEqualTo(40_000_000);

        Selfie again = selfie(selfie.bytes());
        assertThat(again.bytes()).isEqualTo(selfie.bytes());
        assertThat(again.format()).isEqualTo(selfie.format());
    }

    private static Selfie selfie(byte[] picture) throws UploadException {
        return new Upload("", picture).selfie();
    }

    private static byte[] magic(Format format) {
        return format == Format.JPEG ? Pictures.octets(0xFF, 0xD8, 0xFF) : Pictures.octets(0x89, 'P', 'N', 'G');
    }
}
