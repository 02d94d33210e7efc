package org.facecheck.internal.image.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.fake.Pictures.APP1;
import static org.facecheck.fake.Pictures.ascii;
import static org.facecheck.fake.Pictures.jpeg;
import static org.facecheck.fake.Pictures.octets;
import static org.facecheck.fake.Pictures.segment;
import static org.facecheck.fake.Pictures.tiff;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExifReaderTest {
    private static Orientation of(byte[] tiff) throws UnusableImageException {
        return ImageInfo.of(jpeg(640, 480, segment(APP1, ascii("Exif\0\0"), tiff)))
                .orientation();
    }

    private static byte[] turned() {
        return tiff(ByteOrder.BIG_ENDIAN, 6);
    }

    @ParameterizedTest
    @CsvSource({
        "1, UPRIGHT",
        "2, MIRRORED",
        "3, UPSIDE_DOWN",
        "4, MIRRORED_UPSIDE_DOWN",
        "5, MIRRORED_TOP_LEFT",
        "6, TOP_RIGHT",
        "7, MIRRORED_TOP_RIGHT",
        "8, TOP_LEFT",
        "0, UPRIGHT",
        "9, UPRIGHT",
        "65535, UPRIGHT"
    })
    void says_the_orientation_in_either_order_of_bytes(int value, Orientation orientation) throws Exception {
        assertThat(of(tiff(ByteOrder.BIG_ENDIAN, value))).isEqualTo(orientation);
        assertThat(of(tiff(ByteOrder.LITTLE_ENDIAN, value))).isEqualTo(orientation);
    }

    @Test
    void counts_once() throws Exception {
        assertThat(ImageInfo.of(jpeg(
                                640,
                                480,
                                segment(APP1, ascii("Exif\0\0"), tiff(ByteOrder.BIG_ENDIAN, 3)),
                                segment(APP1, ascii("Exif\0\0"), turned())))
                        .orientation())
                .isEqualTo(Orientation.UPSIDE_DOWN);
    }

    @Test
    void has_its_name() throws Exception {
        assertThat(ImageInfo.of(jpeg(640, 480, segment(APP1, ascii("Exit\0\0"), turned())))
                        .orientation())
                .isEqualTo(Orientation.UPRIGHT);
        assertThat(ImageInfo.of(jpeg(640, 480, segment(APP1, "Exif"))).orientation())
                .isEqualTo(Orientation.UPRIGHT);
    }

    /** The sixth byte fills the space before the structure; browsers do not look at it. */
    @Test
    void has_any_byte_behind_its_name() throws Exception {
        for (int fill : new int[] {0, 1, 0xFF}) {
            assertThat(ImageInfo.of(jpeg(640, 480, segment(APP1, ascii("Exif\0"), octets(fill), turned())))
                            .orientation())
                    .isEqualTo(Orientation.TOP_RIGHT);
        }
        assertThat(ImageInfo.of(jpeg(640, 480, segment(APP1, ascii("Exif\0")))).orientation())
                .isEqualTo(Orientation.UPRIGHT);
    }

    @Test
    void that_breaks_off_says_nothing_until_the_entry_is_whole() throws Exception {
        byte[] whole = turned();
        int entry = 10 + 2 * 12;
        for (int length = 0; length <= whole.length; length++) {
            assertThat(of(Arrays.copyOf(whole, length)))
                    .isEqualTo(length < entry ? Orientation.UPRIGHT : Orientation.TOP_RIGHT);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 73", "1, 73", "3, 43", "4, 128", "4, 255", "7, 37", "7, 255", "9, 1", "22, 2", "23, 19", "25, 4"})
    void that_is_otherwise_says_nothing(int offset, int value) throws Exception {
        byte[] other = turned();
        other[offset] = (byte) value;

        assertThat(of(other)).isEqualTo(Orientation.UPRIGHT);
    }

    @Test
    void may_count_more_entries_than_there_are() throws Exception {
        byte[] more = turned();
        System.arraycopy(octets(0xFF, 0xFF), 0, more, 8, 2);

        assertThat(of(more)).isEqualTo(Orientation.TOP_RIGHT);
    }

    @Test
    void may_be_anything() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] noise = turned();
            for (int change = random.nextInt(5); change >= 0; change--) {
                noise[random.nextInt(noise.length)] = (byte) random.nextInt();
            }
            assertThat(of(noise)).isNotNull();
        }
    }
}
