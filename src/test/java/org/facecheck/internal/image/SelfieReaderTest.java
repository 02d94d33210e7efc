package org.facecheck.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import org.facecheck.Selfie;
import org.facecheck.fake.Bombs;
import org.facecheck.fake.Pictures;
import org.facecheck.fake.Trailer;
import org.facecheck.internal.image.parser.UnusableImageException;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelfieReaderTest {
    private final SelfieReader reader = new SelfieReader();

    private UnusableImageException refusal(byte[] picture) {
        UnusableImageException unusable =
                catchThrowableOfType(UnusableImageException.class, () -> reader.read(picture));
        assertThat(unusable).as("a refusal").isNotNull();
        return unusable;
    }

    private Fault fault(byte[] picture) {
        return refusal(picture).fault();
    }

    @Test
    void a_picture_alone_is_the_selfie_itself() throws Exception {
        for (String format : new String[] {"jpeg", "png"}) {
            byte[] picture = Pictures.drawn(640, 480, format);

            Selfie selfie = reader.read(picture);

            assertThat(selfie.bytes()).isSameAs(picture);
            assertThat(selfie.format().mediaType()).isEqualTo("image/" + format);
            assertThat(selfie.width()).isEqualTo(640);
            assertThat(selfie.height()).isEqualTo(480);
        }
    }

    @Test
    void a_picture_with_more_is_freed_of_it() throws Exception {
        byte[] picture = Pictures.drawn(640, 480, "jpeg");

        assertThat(reader.read(Pictures.with(picture, Pictures.exif(1))).bytes())
                .isEqualTo(picture)
                .isNotSameAs(picture);
    }

    @Test
    void one_that_lies_on_its_side_is_turned() throws Exception {
        Selfie selfie = reader.read(Pictures.with(Pictures.drawn(640, 480, "jpeg"), Pictures.exif(8)));

        assertThat(selfie.width()).isEqualTo(480);
        assertThat(selfie.height()).isEqualTo(640);
    }

    @ParameterizedTest
    @EnumSource
    void one_with_something_behind_it_is_the_picture_alone(Trailer trailer) throws Exception {
        for (String format : new String[] {"jpeg", "png"}) {
            byte[] picture = Pictures.drawn(640, 480, format);

            assertThat(reader.read(Pictures.joined(picture, trailer.bytes())).bytes())
                    .isEqualTo(picture);
        }
    }

    @Nested
    class Dimensions {
        @ParameterizedTest
        @CsvSource({"200, 200", "200, 10000", "10000, 200", "4000, 10000", "6324, 6324"})
        void may_be_these(int width, int height) throws Exception {
            assertThat(reader.read(Pictures.png(width, height)).width()).isEqualTo(width);
            assertThat(reader.read(Pictures.jpeg(width, height)).height()).isEqualTo(height);
        }

        @ParameterizedTest
        @CsvSource({
            "199, 640, TOO_SMALL, side too short",
            "640, 199, TOO_SMALL, side too short",
            "1, 20000, TOO_SMALL, side too short",
            "200, 10001, TOO_LARGE, side too long",
            "10001, 200, TOO_LARGE, side too long",
            "4001, 10000, TOO_LARGE, too many pixels",
            "6325, 6325, TOO_LARGE, too many pixels",
            "65535, 65535, TOO_LARGE, side too long"
        })
        void may_not_be_these(int width, int height, Fault fault, String reason) {
            for (byte[] picture : new byte[][] {Pictures.png(width, height), Pictures.jpeg(width, height)}) {
                UnusableImageException refusal = refusal(picture);
                assertThat(refusal.fault()).isEqualTo(fault);
                assertThat(refusal.reason()).isEqualTo(reason);
                assertThat(refusal.offset()).isEmpty();
                assertThat(refusal).hasMessage(reason);
            }
        }

        @Test
        void may_not_be_those_of_a_png_alone() {
            assertThat(fault(Pictures.png(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                    .isEqualTo(Fault.TOO_LARGE);
        }

        @Test
        void count_before_a_picture_is_decoded() {
            assertThat(fault(Pictures.jpeg(20_000, 20_000, Pictures.exif(6)))).isEqualTo(Fault.TOO_LARGE);
        }
    }

    @Nested
    class Of_something_else {
        @ParameterizedTest
        @ValueSource(
                strings = {"", "G", "GIF89a", "<svg width='640'/>", "RIFF1234WEBPVP8 ", "%PDF-1.7", "\u00FF\u00D8"})
        void there_is_no_selfie(String content) {
            assertThat(fault(Pictures.ascii(content))).isEqualTo(Fault.OTHER_FORMAT);
        }

        @Test
        void there_is_none_before_a_picture_in_the_middle() {
            assertThat(fault(Pictures.joined(Pictures.octets(' '), Pictures.jpeg(640, 480))))
                    .isEqualTo(Fault.OTHER_FORMAT);
            assertThat(fault(Pictures.joined(Pictures.octets(' '), Pictures.png(640, 480))))
                    .isEqualTo(Fault.OTHER_FORMAT);
        }
    }

    /** The time limit ends a reader that decodes them after all; a right one is far below it. */
    @ParameterizedTest
    @EnumSource
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void bombs_are_refused(Bombs bomb) {
        assertThat("picture-"
                        + fault(bomb.picture()).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .isEqualTo(bomb.news().replace("not-a-picture", "picture-other-format"));
    }

    @Test
    void a_refusal_says_nothing_of_the_picture() {
        assertThat(catchThrowableOfType(UnusableImageException.class, () -> reader.read(Pictures.ascii("secret"))))
                .hasMessage("neither the signature of a JPEG nor that of a PNG, at 0")
                .hasNoCause();
    }
}
