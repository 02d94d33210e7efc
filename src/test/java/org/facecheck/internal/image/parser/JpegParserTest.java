package org.facecheck.internal.image.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.fake.Pictures.APP0;
import static org.facecheck.fake.Pictures.APP1;
import static org.facecheck.fake.Pictures.APP14;
import static org.facecheck.fake.Pictures.APP2;
import static org.facecheck.fake.Pictures.COMMENT;
import static org.facecheck.fake.Pictures.EOI;
import static org.facecheck.fake.Pictures.HUFFMAN;
import static org.facecheck.fake.Pictures.QUANTIZATION;
import static org.facecheck.fake.Pictures.RESTART_INTERVAL;
import static org.facecheck.fake.Pictures.SOF0;
import static org.facecheck.fake.Pictures.SOF2;
import static org.facecheck.fake.Pictures.SOI;
import static org.facecheck.fake.Pictures.SOS;
import static org.facecheck.fake.Pictures.ascii;
import static org.facecheck.fake.Pictures.exif;
import static org.facecheck.fake.Pictures.frame;
import static org.facecheck.fake.Pictures.frameOfRgb;
import static org.facecheck.fake.Pictures.joined;
import static org.facecheck.fake.Pictures.jpeg;
import static org.facecheck.fake.Pictures.octets;
import static org.facecheck.fake.Pictures.scan;
import static org.facecheck.fake.Pictures.segment;
import static org.facecheck.internal.image.parser.Parsers.fault;
import static org.facecheck.internal.image.parser.Parsers.isUnreadable;
import static org.facecheck.internal.image.parser.Parsers.retained;

import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import org.facecheck.Selfie.Format;
import org.facecheck.fake.Pictures;
import org.facecheck.fake.Trailer;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegParserTest {
    private static final byte[] FRAME = frame(SOF0, 640, 480);
    private static final byte[] ADOBE = segment(APP14, "Adobe\0d\0\0\0\0\0");
    private static final byte[] PLAIN_JFIF = segment(APP0, "JFIF\0\1\1\1\0H\0H\0\0");

    private static byte[] scans(int frame, int count) {
        return joined(
                SOI,
                frame(frame, 640, 480),
                joined(Collections.nCopies(count, scan(1)).toArray(byte[][]::new)),
                EOI);
    }

    private static void isRead(byte[]... parts) throws UnusableImageException {
        ImageInfo info = ImageInfo.of(joined(parts));
        assertThat(info.format()).isEqualTo(Format.JPEG);
        assertThat(info.width()).isEqualTo(640);
        assertThat(info.height()).isEqualTo(480);
    }

    @Nested
    class A_whole_one {
        @Test
        void is_read() throws Exception {
            isRead(Pictures.drawn(640, 480, "jpeg"));
            isRead(Pictures.progressive(640, 480));
            isRead(jpeg(640, 480));
        }

        @Test
        void is_needed_whole_and_not_copied() throws Exception {
            for (byte[] picture :
                    new byte[][] {Pictures.drawn(640, 480, "jpeg"), Pictures.progressive(640, 480), jpeg(640, 480)}) {
                assertThat(retained(picture)).isSameAs(picture);
            }
        }

        @Test
        void says_how_many_scans_it_has() throws Exception {
            assertThat(ImageInfo.of(jpeg(640, 480)).scans()).isEqualTo(1);
            assertThat(ImageInfo.of(scans(SOF2, 7)).scans()).isEqualTo(7);
        }

        @Test
        void may_have_one_component() throws Exception {
            byte[] grey = segment(SOF0, octets(8, 480 >> 8, 480, 640 >> 8, 640, 1, 1, 0x44, 3));

            isRead(SOI, grey, scan(1), EOI);
            isUnreadable(SOI, grey, scan(2), EOI);
        }

        @Test
        void may_have_bytes_that_fill_the_space_before_a_marker() throws Exception {
            isRead(SOI, octets(0xFF, 0xFF), PLAIN_JFIF, octets(0xFF), FRAME, scan(3), octets(0xFF, 0xFF), EOI);
        }

        @Test
        void has_what_looks_like_a_marker_in_its_data() throws Exception {
            byte[] data = octets(0xFF, 0, 0xFF, 0xFF, 0, 0xFF, 0xD0, 0xFF, 0xD7, 0xFF, 0);

            isRead(SOI, FRAME, scan(3), data, EOI);
        }

        @Test
        void has_dimensions_without_a_sign() throws Exception {
            ImageInfo info = ImageInfo.of(jpeg(65_535, 40_000));

            assertThat(info.width()).isEqualTo(65_535);
            assertThat(info.height()).isEqualTo(40_000);
            assertThat(info.pixels()).isEqualTo(2_621_400_000L);
        }
    }

    @Nested
    class A_broken_one {
        @Test
        void is_whatever_ends_early() {
            byte[] picture = joined(SOI, PLAIN_JFIF, segment(HUFFMAN, table(3)), FRAME, scan(3), EOI);

            for (int length = 3; length < picture.length; length++) {
                assertThat(fault(Arrays.copyOf(picture, length))).isEqualTo(Fault.UNREADABLE);
            }
        }

        @Test
        void has_an_end_within_a_segment_alone() {
            isUnreadable(SOI, FRAME, scan(3), segment(COMMENT, EOI));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1})
        void has_a_segment_shorter_than_its_own_length(int length) {
            isUnreadable(SOI, octets(0xFF, COMMENT, 0, length), FRAME, scan(3), EOI);
        }

        @Test
        void has_a_segment_longer_than_all_of_it() {
            isUnreadable(SOI, octets(0xFF, COMMENT, 0xFF, 0xFF), FRAME, scan(3), EOI);
        }

        @Test
        void has_something_else_between_its_segments_behind_a_scan() {
            isUnreadable(SOI, FRAME, scan(1), segment(COMMENT), octets(0), scan(1), EOI);
            isUnreadable(SOI, FRAME, scan(1), segment(COMMENT), octets(0), EOI);
            isUnreadable(SOI, FRAME, scan(1), segment(COMMENT), octets(0xFF, 0, 0xFF), EOI);
        }

        @Test
        void has_another_picture_where_a_segment_should_be() {
            isUnreadable(SOI, octets(0xFF), ascii("x"), jpeg(640, 480));
            isUnreadable(SOI, PLAIN_JFIF, jpeg(640, 480));
            isUnreadable(SOI, PLAIN_JFIF, ascii("between"), jpeg(640, 480));
        }

        @Test
        void breaks_off_between_its_segments() {
            isUnreadable(SOI, PLAIN_JFIF, ascii("nothing else"));
            isUnreadable(SOI, PLAIN_JFIF, octets(0xFF, 0, 0xFF));
        }

        @Test
        void lacks_a_frame_or_a_scan() {
            isUnreadable(SOI, PLAIN_JFIF, EOI);
            isUnreadable(SOI, FRAME, EOI);
            isUnreadable(SOI, scan(3), FRAME, EOI);
        }

        @Test
        void has_two_frames() {
            isUnreadable(SOI, FRAME, FRAME, scan(3), EOI);
        }

        @ParameterizedTest
        @ValueSource(
                ints = {
                    0x01, 0x02, 0xBF, 0xC3, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 0xCC, 0xCD, 0xCE, 0xCF, 0xD0,
                    0xD7, 0xD8, 0xDC, 0xDE, 0xDF, 0xF0, 0xFD
                })
        void has_a_marker_that_cameras_do_not_use(int marker) {
            isUnreadable(SOI, segment(marker, new byte[4]), FRAME, scan(3), EOI);
            isUnreadable(SOI, frame(marker, 640, 480), scan(3), EOI);
        }

        @ParameterizedTest
        @CsvSource({"0, 480", "640, 0"})
        void has_no_dimensions_or_leaves_one_open(int width, int height) {
            isUnreadable(jpeg(width, height));
        }

        @Test
        void has_a_frame_of_another_kind() {
            int[] good = {8, 1, 224, 2, 128, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1};
            int[][] wrong = {{0, 12}, {5, 2}, {5, 4}, {7, 0x02}, {7, 0x20}, {7, 0x52}, {7, 0x25}, {14, 4}};
            for (int[] change : wrong) {
                int[] header = good.clone();
                header[change[0]] = change[1];
                isUnreadable(SOI, segment(SOF0, octets(header)), scan(1), EOI);
            }
            isUnreadable(SOI, segment(SOF0, octets(Arrays.copyOf(good, 16))), scan(1), EOI);
            isUnreadable(SOI, segment(SOF0, octets(Arrays.copyOf(good, 12))), scan(1), EOI);
        }

        @Test
        void has_a_frame_of_four_components_or_of_two() {
            isUnreadable(SOI, segment(SOF0, octets(8, 1, 224, 2, 128, 2), new byte[6]), scan(1), EOI);
            byte[] component = octets(1, 0x11, 0);
            isUnreadable(
                    SOI,
                    segment(SOF0, octets(8, 1, 224, 2, 128, 4), component, component, component, component),
                    scan(1),
                    EOI);
        }

        @Test
        void has_a_scan_of_another_length_or_without_components() {
            isUnreadable(SOI, FRAME, segment(SOS, octets(1, 1, 0, 0, 63, 0, 0)), EOI);
            isUnreadable(SOI, FRAME, segment(SOS, octets(1, 1, 0, 0, 63)), EOI);
            isUnreadable(SOI, FRAME, scan(0), EOI);
            isUnreadable(SOI, FRAME, scan(4), EOI);
        }
    }

    @Nested
    class Scans {
        @Test
        void without_refinement_are_one_for_each_component() throws Exception {
            isRead(scans(SOF0, 3));
            isUnreadable(scans(SOF0, 4));
        }

        @Test
        void with_refinement_are_some_but_not_hundreds() throws Exception {
            isRead(scans(SOF2, 32));
            isUnreadable(scans(SOF2, 33));
        }
    }

    private static byte[] table(int codes) {
        byte[] table = new byte[17 + codes];
        table[1] = (byte) codes;
        return table;
    }

    @Nested
    class Tables {
        private void isGood(byte[]... segment) throws UnusableImageException {
            isRead(SOI, joined(segment), FRAME, scan(3), EOI);
        }

        private void isBad(int marker, byte[]... content) {
            isUnreadable(SOI, segment(marker, content), FRAME, scan(3), EOI);
        }

        @Test
        void fill_their_segment_to_the_byte() throws Exception {
            isGood(segment(QUANTIZATION, new byte[65]), segment(QUANTIZATION, new byte[130]));
            isGood(segment(QUANTIZATION, octets(0x13), new byte[128]));
            isGood(segment(HUFFMAN, table(9), table(0)), segment(RESTART_INTERVAL, octets(0, 8)));
            isBad(QUANTIZATION, new byte[64]);
            isBad(QUANTIZATION, new byte[66]);
            isBad(QUANTIZATION, octets(0x10), new byte[64]);
            isBad(HUFFMAN, table(9), ascii("<script>"));
            isBad(RESTART_INTERVAL, new byte[1]);
            isBad(RESTART_INTERVAL, new byte[4]);
        }

        /** Decoders take it without a word; an album programme's progressive pictures have such. */
        @Test
        void may_be_none() throws Exception {
            isGood(segment(HUFFMAN), segment(QUANTIZATION));
            isBad(RESTART_INTERVAL);
        }

        @Test
        void are_of_a_kind_and_for_a_place_that_there_is() {
            isBad(QUANTIZATION, octets(4), new byte[64]);
            isBad(QUANTIZATION, octets(0x20), new byte[192]);
            byte[] kind = table(0);
            kind[0] = 0x20;
            isBad(HUFFMAN, kind);
            byte[] place = table(0);
            place[0] = 4;
            isBad(HUFFMAN, place);
        }

        @Test
        void have_no_more_codes_than_bytes_can_say() throws Exception {
            byte[] full = new byte[17 + 256];
            full[15] = (byte) 128;
            full[16] = (byte) 128;
            isGood(segment(HUFFMAN, full));
            byte[] over = new byte[17 + 257];
            over[15] = (byte) 129;
            over[16] = (byte) 128;
            isBad(HUFFMAN, over);
        }
    }

    @Nested
    class What_is_not_needed {
        private void stays(byte[]... segments) throws UnusableImageException {
            assertThat(retained(jpeg(640, 480, segments))).isEqualTo(jpeg(640, 480));
        }

        @Test
        void stays_behind() throws Exception {
            stays(segment(COMMENT, "Jane Doe"));
            stays(segment(COMMENT));
            stays(segment(APP1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>"));
            stays(segment(APP2, "ICC_PROFILE\0\1\1profile"));
            stays(segment(APP2, "MPF\0MM"));
            stays(segment(APP0, "JFXX\0\20thumbnail"));
            stays(segment(APP14, "Ducky"));
            for (int app = 0xE3; app <= 0xEF; app++) {
                stays(segment(app, "anything"));
            }
            stays(segment(COMMENT, "one"), segment(COMMENT, "two"), octets(0xFF), segment(COMMENT, "three"));
        }

        @Test
        void stays_behind_from_between_and_behind_the_scans_too() throws Exception {
            byte[] comment = segment(COMMENT, "Jane Doe");

            assertThat(retained(joined(
                            SOI, FRAME, comment, scan(1), comment, scan(1), comment, segment(APP1, "Jane"), EOI)))
                    .isEqualTo(joined(SOI, FRAME, scan(1), scan(1), EOI));
        }

        @Test
        void is_not_what_says_how_the_colours_are_meant() throws Exception {
            assertThat(retained(jpeg(640, 480, segment(COMMENT, "x"), PLAIN_JFIF, ADOBE)))
                    .isEqualTo(jpeg(640, 480, PLAIN_JFIF, ADOBE));
            assertThat(retained(jpeg(640, 480, PLAIN_JFIF, PLAIN_JFIF, ADOBE, ADOBE)))
                    .isEqualTo(jpeg(640, 480, PLAIN_JFIF, ADOBE));
        }

        @Test
        void may_not_be_hidden_in_that_either() {
            isUnreadable(jpeg(640, 480, segment(APP0, "JFIF\0\1\2\0\0\1\0\1\0\0Jane Doe")));
            isUnreadable(jpeg(640, 480, segment(APP0, "JFIF\0\1\2\0\0\1\0\1\2\2thumbnai!")));
            isUnreadable(jpeg(640, 480, segment(APP0, "JFIF\0\1\2\0\0\1\0\1\2\1thumbnai")));
        }

        @Test
        void leaves_a_plain_header_where_it_said_how_the_colours_are_meant() throws Exception {
            byte[] jfif = jpeg(640, 480, segment(APP0, "JFIF\0\1\2\0\0\1\0\1\0\0"));

            assertThat(retained(jpeg(640, 480, exif(1)))).isEqualTo(jfif);
            assertThat(retained(jpeg(640, 480, exif(1), segment(COMMENT, "x")))).isEqualTo(jfif);
            assertThat(retained(jpeg(640, 480, segment(APP0, "JFIF\0\1\2\0\0\1\0\1\2\1thumb!"))))
                    .isEqualTo(jfif);
            assertThat(retained(jpeg(640, 480, exif(1), ADOBE))).isEqualTo(jpeg(640, 480, ADOBE));
            assertThat(retained(jpeg(640, 480, exif(1), PLAIN_JFIF))).isEqualTo(jpeg(640, 480, PLAIN_JFIF));
        }

        @Test
        void is_what_follows_the_twelve_bytes_of_an_Adobe_segment() throws Exception {
            byte[] longer = segment(APP14, "Adobe\0d\0\0\0\0\0\3\0\20Jane Doe");

            assertThat(retained(jpeg(640, 480, longer))).isEqualTo(jpeg(640, 480, ADOBE));
            assertThat(retained(jpeg(640, 480, segment(COMMENT), longer, segment(COMMENT), longer, ADOBE)))
                    .isEqualTo(jpeg(640, 480, ADOBE));
            assertThat(retained(jpeg(640, 480, exif(1), longer))).isEqualTo(jpeg(640, 480, ADOBE));
        }

        /** Decoders know neither by its name alone. */
        @Test
        void is_a_header_that_ends_before_it_says_anything() throws Exception {
            stays(segment(APP14, "Adobe\0d\0\0\0\0"));
            stays(segment(APP0, "JFIF\0"));
            stays(segment(APP0, "JFIF\0\1\2\0\0\1\0\1\0"));
        }

        @Test
        void is_a_thumbnail_in_grey_or_one_that_is_missing() throws Exception {
            byte[] plain = jpeg(640, 480, segment(APP0, "JFIF\0\1\2\0\0\1\0\1\0\0"));

            assertThat(retained(jpeg(640, 480, segment(APP0, "JFIF\0\1\2\0\0\1\0\1\4\2grey now"))))
                    .isEqualTo(plain);
            assertThat(retained(jpeg(640, 480, segment(APP0, "JFIF\0\1\2\0\0\1\0\1\4\2"))))
                    .isEqualTo(plain);
        }

        /** Decoders believe JFIF before Adobe. */
        @Test
        void is_a_thumbnail_alone_where_another_header_says_how_the_colours_are_meant() throws Exception {
            byte[] plain = segment(APP0, "JFIF\0\1\2\0\0\1\0\1\0\0");

            assertThat(retained(jpeg(640, 480, segment(APP0, "JFIF\0\1\2\0\0\1\0\1\2\1thumb!"), ADOBE)))
                    .isEqualTo(jpeg(640, 480, plain, ADOBE));
        }

        /** Of several, decoders take the last one. */
        @Test
        void is_no_second_header_that_says_otherwise() throws Exception {
            byte[] other = segment(APP14, "Adobe\0d\0\0\0\0\1");

            assertThat(retained(jpeg(640, 480, ADOBE, segment(APP14, "Adobe\1d\0\0\0\1\0"))))
                    .as("one that says the same of the colours")
                    .isEqualTo(jpeg(640, 480, ADOBE));
            assertThat(retained(jpeg(640, 480, ADOBE, other))).isEqualTo(jpeg(640, 480, ADOBE, other));
            assertThat(retained(jpeg(640, 480, ADOBE, other, other, ADOBE)))
                    .isEqualTo(jpeg(640, 480, ADOBE, other, ADOBE));
        }

        @Test
        void is_whatever_says_something_of_the_picture_behind_its_first_scan() throws Exception {
            ImageInfo info = ImageInfo.of(joined(SOI, FRAME, scan(1), exif(6), PLAIN_JFIF, ADOBE, scan(1), EOI));

            assertThat(info.orientation()).isEqualTo(Orientation.UPRIGHT);
            assertThat(info.retained().bytes()).isEqualTo(joined(SOI, FRAME, scan(1), scan(1), EOI));
        }

        @Test
        void leaves_no_header_where_the_components_names_say_how_the_colours_are_meant() throws Exception {
            byte[] frame = frameOfRgb(640, 480);

            assertThat(retained(joined(SOI, exif(1), frame, scan(3), EOI))).isEqualTo(joined(SOI, frame, scan(3), EOI));
            assertThat(retained(joined(SOI, exif(1), ADOBE, frame, scan(3), EOI)))
                    .isEqualTo(joined(SOI, ADOBE, frame, scan(3), EOI));
            assertThat(retained(joined(SOI, exif(1), PLAIN_JFIF, frame, scan(3), EOI)))
                    .isEqualTo(joined(SOI, PLAIN_JFIF, frame, scan(3), EOI));
        }

        @ParameterizedTest
        @ValueSource(ints = {10, 13, 16})
        void leaves_a_header_where_one_component_has_another_name(int name) throws Exception {
            byte[] frame = frameOfRgb(640, 480);
            frame[name]++;

            assertThat(retained(joined(SOI, exif(1), frame, scan(3), EOI)))
                    .isEqualTo(joined(SOI, JpegSegmentFilter.PLAIN_JFIF, frame, scan(3), EOI));
        }

        @Test
        void is_what_stands_between_segments() throws Exception {
            stays(segment(COMMENT), octets(0, 0xE1, 0, 22), new byte[20]);
            stays(octets(0xFF, 0), segment(COMMENT), octets(0xFF, 0xFF, 0, 1));
            stays(segment(COMMENT), ascii("<script>alert(1)</script>"));
            stays(segment(COMMENT, "x"), octets(0xFF, 0xFF));
        }

        @Test
        void comes_in_few_pieces() throws Exception {
            byte[] two = joined(segment(COMMENT), segment(RESTART_INTERVAL, octets(0, 8)));

            isRead(jpeg(640, 480, Collections.nCopies(998, two).toArray(byte[][]::new)));
            isUnreadable(jpeg(640, 480, Collections.nCopies(1000, two).toArray(byte[][]::new)));
        }
    }

    @Nested
    class Behind_the_end {
        private final byte[] picture = jpeg(640, 480);
        private final byte[] announcing = jpeg(640, 480, segment(APP2, "MPF\0MM"));

        private void isCut(byte[] first, byte[]... more) throws UnusableImageException {
            assertThat(retained(joined(first, joined(more)))).isEqualTo(picture);
        }

        @ParameterizedTest
        @EnumSource
        void nothing_is_sent_on(Trailer trailer) throws Exception {
            isCut(picture, trailer.bytes());
            isCut(
                    joined(SOI, segment(APP1, "http://ns.adobe.com/xap/1.0/\0depth"), FRAME, scan(3), EOI),
                    trailer.bytes());
        }

        @Test
        void nothing_is_sent_on_whether_it_was_announced_or_not() throws Exception {
            isCut(announcing, Pictures.drawn(160, 120, "jpeg"));
            isCut(announcing, new byte[3], Pictures.drawn(160, 120, "jpeg"), ascii("and so on"));
            isCut(picture, picture);
        }

        @Test
        void nothing_makes_up_for_what_is_missing_before_it() {
            isUnreadable(SOI, FRAME, EOI, picture);
            isUnreadable(SOI, EOI, picture);
            isUnreadable(SOI, FRAME, scan(3), picture);
        }
    }

    @Nested
    class Whatever_else {
        /** Broken in some places, and cut: either it is refused, or what is needed of it is read again as the same. */
        @ParameterizedTest
        @ValueSource(longs = {1, 20_261_123, 3_141_592_653L})
        void comes_it_is_refused_or_clean(long seed) throws Exception {
            Random random = new Random(seed);
            byte[][] whole = {
                joined(SOI, exif(6), PLAIN_JFIF, segment(HUFFMAN, table(3)), FRAME, scan(1), scan(3), EOI),
                jpeg(640, 480, segment(APP2, "MPF\0"), segment(COMMENT, "x")),
                Pictures.drawn(64, 48, "jpeg"),
                Pictures.png(640, 480, Pictures.chunk("tEXt", "x"))
            };
            int read = 0;
            for (int round = 0; round < 20_000; round++) {
                byte[] broken = whole[round % whole.length].clone();
                for (int change = random.nextInt(4); change > 0; change--) {
                    broken[random.nextInt(broken.length)] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
                }
                byte[] cut = random.nextInt(4) == 0 ? Arrays.copyOf(broken, random.nextInt(broken.length + 1)) : broken;
                try {
                    byte[] retained = retained(cut);
                    assertThat(retained(retained)).isSameAs(retained);
                    read++;
                } catch (UnusableImageException refused) {
                    assertThat(refused.fault()).isNotNull();
                }
            }
            assertThat(read).isBetween(2_000, 18_000);
        }
    }
}
