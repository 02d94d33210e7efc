package org.facecheck.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.capture.Pictures.frame;
import static org.facecheck.capture.Pictures.joined;
import static org.facecheck.capture.Pictures.octets;
import static org.facecheck.capture.Pictures.segment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.facecheck.Selfie.Format;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureHeaderTest {
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int TABLES = 0xDB;
    private static final int COMMENT = 0xFE;

    private static Optional<PictureHeader> read(byte[] bytes) {
        return PictureHeader.read(bytes);
    }

    @Nested
    class Of_a_jpeg {
        private void is640by480(byte[] bytes) {
            assertThat(read(bytes)).contains(new PictureHeader(Format.JPEG, 640, 480));
        }

        @Test
        void baseline_is_read() {
            is640by480(Pictures.drawn(640, 480, "jpeg"));
        }

        @Test
        void progressive_is_read() {
            is640by480(Pictures.progressive(640, 480));
        }

        @Test
        void the_segments_before_the_frame_header_are_passed_over() {
            is640by480(Pictures.jpeg(
                    640, 480, segment(APP0, 16), segment(APP1, 65_535), segment(COMMENT, 2), segment(TABLES, 67)));
        }

        @Test
        void a_thumbnail_inside_a_segment_is_not_the_picture() {
            byte[] thumbnail = Pictures.jpeg(160, 120);
            byte[] exif = joined(octets(0xFF, APP1, 0, thumbnail.length + 2), thumbnail);

            is640by480(Pictures.jpeg(640, 480, exif));
        }

        @Test
        void fill_octets_before_a_marker_are_passed_over() {
            is640by480(Pictures.jpeg(640, 480, octets(0xFF, 0xFF, 0xFF), segment(APP0, 16), octets(0xFF)));
        }

        @ParameterizedTest
        @ValueSource(ints = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
        void every_frame_header_says_the_dimensions(int marker) {
            is640by480(joined(octets(0xFF, 0xD8), frame(marker, 640, 480)));
        }

        @ParameterizedTest
        @ValueSource(ints = {0xC4, 0xC8, 0xCC})
        void tables_that_are_numbered_like_frames_are_none(int marker) {
            is640by480(joined(octets(0xFF, 0xD8), frame(marker, 1, 1), frame(0xC0, 640, 480)));
        }

        @Test
        void dimensions_are_read_without_a_sign() {
            assertThat(read(Pictures.jpeg(65_535, 40_000))).contains(new PictureHeader(Format.JPEG, 65_535, 40_000));
        }

        @Test
        void dimensions_of_zero_are_none() {
            assertThat(read(Pictures.jpeg(0, 480))).isEmpty();
            assertThat(read(Pictures.jpeg(640, 0))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(ints = {0xD9, 0xDA})
        void after_the_scan_or_the_end_no_frame_header_counts(int marker) {
            assertThat(read(joined(octets(0xFF, 0xD8), segment(marker, 8), frame(0xC0, 640, 480))))
                    .isEmpty();
        }

        @Test
        void a_marker_that_is_none_ends_it() {
            assertThat(read(Pictures.jpeg(640, 480, octets(0xFF, APP0, 0, 2, 0x12))))
                    .isEmpty();
        }
    }

    @Nested
    class Of_a_png {
        @Test
        void is_read() {
            assertThat(read(Pictures.drawn(300, 200, "png"))).contains(new PictureHeader(Format.PNG, 300, 200));
        }

        @Test
        void has_large_dimensions_too() {
            assertThat(read(Pictures.png(Integer.MAX_VALUE, 1)))
                    .contains(new PictureHeader(Format.PNG, Integer.MAX_VALUE, 1));
        }

        @Test
        void has_no_dimensions_of_zero_or_beyond_what_png_allows() {
            assertThat(read(Pictures.png(0, 1))).isEmpty();
            assertThat(read(Pictures.png(1, 0))).isEmpty();
            assertThat(read(Pictures.png(-1, 1))).isEmpty();
            assertThat(read(Pictures.png(1, Integer.MIN_VALUE))).isEmpty();
        }

        @Test
        void begins_with_its_dimensions() {
            byte[] other = Pictures.png(300, 200);
            other[12] = 't';

            assertThat(read(other)).isEmpty();
        }
    }

    @Nested
    class Of_something_else {
        @ParameterizedTest
        @ValueSource(strings = {"", "G", "GIF89a", "<svg width='640'/>", "RIFF1234WEBPVP8 ", "%PDF-1.7", "MZ"})
        void there_is_none(String content) {
            assertThat(read(content.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
            assertThat(read(Arrays.copyOf(content.getBytes(StandardCharsets.ISO_8859_1), 1000)))
                    .isEmpty();
        }

        @Test
        void there_is_none_before_a_picture_in_the_middle() {
            assertThat(read(joined(octets(' '), Pictures.jpeg(640, 480)))).isEmpty();
            assertThat(read(joined(octets(' '), Pictures.png(640, 480)))).isEmpty();
        }
    }

    /** The time limits end a reader that would go round in circles; a right one is far below them. */
    @Nested
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    class Of_a_broken_picture {
        @Test
        void that_ends_early_there_is_none_until_the_dimensions_are_there() {
            byte[] jpeg = Pictures.jpeg(640, 480, segment(APP0, 16), octets(0xFF), segment(TABLES, 67));
            int dimensions = jpeg.length - 10;
            byte[] png = Pictures.png(640, 480);

            for (int length = 0; length < jpeg.length; length++) {
                assertThat(read(Arrays.copyOf(jpeg, length)).isPresent()).isEqualTo(length >= dimensions);
            }
            for (int length = 0; length < png.length; length++) {
                assertThat(read(Arrays.copyOf(png, length)).isPresent()).isEqualTo(length >= 24);
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1})
        void with_segments_shorter_than_their_own_length_it_ends(int length) {
            byte[] endless = new byte[100_000];
            for (int i = 0; i + 4 <= endless.length; i += 4) {
                System.arraycopy(octets(0xFF, APP0, 0, length), 0, endless, i, 4);
            }

            assertThat(read(joined(octets(0xFF, 0xD8), endless))).isEmpty();
        }

        @Test
        void with_nothing_but_fill_octets_it_ends() {
            byte[] fill = new byte[100_000];
            Arrays.fill(fill, (byte) 0xFF);

            assertThat(read(joined(octets(0xFF, 0xD8), fill))).isEmpty();
        }

        @Test
        void with_a_segment_longer_than_the_picture_it_ends() {
            assertThat(read(joined(octets(0xFF, 0xD8, 0xFF, APP1, 0xFF, 0xFF), new byte[100])))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 20_261_123, 3_141_592_653L})
        void whatever_is_in_it_the_answer_is_a_header_or_none(long seed) {
            Random random = new Random(seed);
            byte[][] whole = {
                Pictures.jpeg(640, 480, segment(APP0, 16), octets(0xFF), segment(TABLES, 67), segment(COMMENT, 9)),
                Pictures.png(640, 480),
                Pictures.drawn(64, 48, "jpeg")
            };

            for (int round = 0; round < 50_000; round++) {
                byte[] broken = whole[round % whole.length].clone();
                for (int change = random.nextInt(6); change >= 0; change--) {
                    broken[random.nextInt(broken.length)] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
                }
                byte[] cut = Arrays.copyOf(broken, random.nextInt(broken.length + 1));

                read(cut).ifPresent(header -> {
                    assertThat(header.format()).isEqualTo(cut[0] == (byte) 0xFF ? Format.JPEG : Format.PNG);
                    assertThat(header.width()).isPositive();
                    assertThat(header.height()).isPositive();
                });
            }
        }

        @Test
        void noise_behind_a_jpegs_first_marker_is_survived() {
            Random random = new Random(42);
            int read = 0;
            for (int round = 0; round < 50_000; round++) {
                byte[] noise = new byte[random.nextInt(64)];
                random.nextBytes(noise);
                read += read(joined(octets(0xFF, 0xD8, 0xFF), noise)).isPresent() ? 1 : 0;
            }

            assertThat(read).as("a frame header by chance").isBetween(1, 10_000);
        }
    }
}
