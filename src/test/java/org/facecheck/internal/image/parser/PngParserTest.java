package org.facecheck.internal.image.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.fake.Pictures.PNG_SIGNATURE;
import static org.facecheck.fake.Pictures.ascii;
import static org.facecheck.fake.Pictures.chunk;
import static org.facecheck.fake.Pictures.end;
import static org.facecheck.fake.Pictures.header;
import static org.facecheck.fake.Pictures.joined;
import static org.facecheck.fake.Pictures.number;
import static org.facecheck.fake.Pictures.octets;
import static org.facecheck.fake.Pictures.png;
import static org.facecheck.internal.image.parser.Parsers.fault;
import static org.facecheck.internal.image.parser.Parsers.isUnreadable;
import static org.facecheck.internal.image.parser.Parsers.retained;

import java.nio.ByteOrder;
import java.util.Arrays;
import org.facecheck.Selfie.Format;
import org.facecheck.fake.Bombs;
import org.facecheck.fake.Pictures;
import org.facecheck.fake.Trailer;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PngParserTest {
    private static final byte[] HEADER = header(640, 480, 8, 2);
    private static final byte[] INDEXED = header(640, 480, 8, 3);
    private static final byte[] DATA = chunk("IDAT", "data");
    private static final byte[] PALETTE = chunk("PLTE", new byte[6]);

    /** With a wrong bit in its checksum. */
    private static byte[] damaged(byte[] chunk) {
        byte[] damaged = chunk.clone();
        damaged[damaged.length - 1] ^= 1;
        return damaged;
    }

    private static byte[] of(byte[]... chunks) {
        return joined(PNG_SIGNATURE, joined(chunks));
    }

    private static void isKept(byte[]... chunks) throws UnusableImageException {
        byte[] picture = of(chunks);
        assertThat(retained(picture)).isSameAs(picture);
    }

    private static void isBad(byte[]... chunks) {
        isUnreadable(of(chunks));
    }

    @Nested
    class A_whole_one {
        @Test
        void is_read() throws Exception {
            ImageInfo info = ImageInfo.of(Pictures.drawn(300, 200, "png"));

            assertThat(info.format()).isEqualTo(Format.PNG);
            assertThat(info.width()).isEqualTo(300);
            assertThat(info.height()).isEqualTo(200);
            assertThat(info.orientation()).isEqualTo(Orientation.UPRIGHT);
        }

        @Test
        void is_needed_whole_and_not_copied() throws Exception {
            byte[] drawn = Pictures.drawn(300, 200, "png");

            assertThat(retained(drawn)).isSameAs(drawn);
            isKept(HEADER, DATA, end());
            isKept(HEADER, PALETTE, DATA, DATA, chunk("IDAT", ""), end());
            isKept(INDEXED, PALETTE, chunk("tRNS", "ab"), DATA, end());
            isKept(HEADER, chunk("tRNS", "abcdef"), DATA, end());
            isKept(header(640, 480, 1, 0), chunk("tRNS", "ab"), DATA, end());
            isKept(header(640, 480, 8, 2, 0, 0, 1), DATA, end());
        }

        @Test
        void has_large_dimensions_too() throws Exception {
            assertThat(ImageInfo.of(png(Integer.MAX_VALUE, 1)).width()).isEqualTo(Integer.MAX_VALUE);
        }

        @ParameterizedTest
        @CsvSource({"1, 0", "2, 0", "4, 0", "8, 0", "16, 0", "8, 2", "16, 2", "8, 4", "16, 4", "8, 6", "16, 6"})
        void has_one_of_these_depths(int depth, int colour) throws Exception {
            isKept(header(640, 480, depth, colour), DATA, end());
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 4, 8})
        void has_one_of_these_with_a_palette(int depth) throws Exception {
            isKept(header(640, 480, depth, 3), PALETTE, DATA, end());
        }
    }

    @Nested
    class A_broken_one {
        @Test
        void is_whatever_ends_early() {
            byte[] picture = of(HEADER, PALETTE, chunk("tEXt", "x"), DATA, end());

            for (int length = 8; length < picture.length; length++) {
                assertThat(fault(Arrays.copyOf(picture, length))).isEqualTo(Fault.UNREADABLE);
            }
        }

        @Test
        void has_a_wrong_byte_in_any_of_the_chunks_that_are_needed() {
            byte[] picture = of(HEADER, PALETTE, chunk("tRNS", "abcdef"), DATA, end());

            for (int at = PNG_SIGNATURE.length; at < picture.length; at++) {
                byte[] broken = picture.clone();
                broken[at] ^= 1;
                assertThat(fault(broken)).as("byte %d", at).isEqualTo(Fault.UNREADABLE);
            }
        }

        /** Its name may be what is wrong, and the chunk be needed. */
        @ParameterizedTest
        @ValueSource(strings = {"iDAT", "pLTE", "iHDR", "iEND", "tRNS", "tRNs", "vpAg", "tExt"})
        void has_a_wrong_checksum_in_a_chunk_that_nobody_knows(String type) {
            isBad(HEADER, damaged(chunk(type, "Jane Doe")), DATA, end());
            isBad(HEADER, DATA, damaged(chunk(type, "Jane Doe")), end());
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1000})
        void has_a_chunk_longer_than_all_of_it(int length) {
            isBad(HEADER, number(length), ascii("tEXt"), new byte[20], DATA, end());
        }

        @Test
        void begins_with_something_else() {
            isBad(DATA, HEADER, DATA, end());
            isBad(chunk("tEXt", "x"), HEADER, DATA, end());
            isBad(end());
        }

        @Test
        void has_no_data_or_no_end() {
            isBad(HEADER, end());
            isBad(HEADER, PALETTE, end());
            isBad(HEADER, DATA);
        }

        @Test
        void has_an_end_with_something_in_it() {
            isBad(HEADER, DATA, chunk("IEND", "x"));
        }

        @Test
        void has_its_data_in_two_pieces() {
            isBad(HEADER, DATA, chunk("tIME", "x"), DATA, end());
            isBad(HEADER, DATA, chunk("vpAg", "x"), DATA, end());
        }

        @Test
        void has_a_second_header() {
            isBad(HEADER, HEADER, DATA, end());
        }

        @Test
        void has_a_palette_where_or_as_there_can_be_none() {
            isBad(INDEXED, DATA, end());
            isBad(INDEXED, PALETTE, PALETTE, DATA, end());
            isBad(HEADER, DATA, PALETTE, end());
            isBad(HEADER, chunk("tRNS", "abcdef"), PALETTE, DATA, end());
            isBad(HEADER, chunk("PLTE", ""), DATA, end());
            isBad(HEADER, chunk("PLTE", "abcd"), DATA, end());
            isBad(HEADER, chunk("PLTE", new byte[3 * 257]), DATA, end());
        }

        @Test
        void has_something_transparent_where_or_as_there_can_be_nothing() {
            byte[] transparent = chunk("tRNS", "abcdef");
            isBad(HEADER, transparent, transparent, DATA, end());
            isBad(HEADER, DATA, transparent, end());
            isBad(HEADER, chunk("tRNS", "ab"), DATA, end());
            isBad(header(640, 480, 8, 0), transparent, DATA, end());
            isBad(INDEXED, PALETTE, chunk("tRNS", "abc"), DATA, end());
            isBad(INDEXED, PALETTE, chunk("tRNS", ""), DATA, end());
            isBad(INDEXED, chunk("tRNS", "a"), PALETTE, DATA, end());
        }

        @ParameterizedTest
        @ValueSource(strings = {"CgBI", "JDAT", "Zzzz", "[zzz", "\u0080zzz", "1zzz", "@zzz", "`zzz", "{zzz"})
        void has_a_chunk_that_no_decoder_may_do_without(String type) {
            isBad(HEADER, chunk(type, "x"), DATA, end());
        }

        @ParameterizedTest
        @CsvSource({"3, 0", "32, 0", "1, 2", "4, 6", "8, 1", "8, 5", "8, 7", "16, 3", "2, 4"})
        void has_another_depth(int depth, int colour) {
            isBad(header(640, 480, depth, colour), PALETTE, DATA, end());
            isBad(header(640, 480, depth, colour), DATA, end());
        }

        @Test
        void is_packed_in_another_way() {
            isBad(header(640, 480, 8, 2, 1), DATA, end());
            isBad(header(640, 480, 8, 2, 0, 1), DATA, end());
            isBad(header(640, 480, 8, 2, 0, 0, 2), DATA, end());
        }

        @Test
        void has_dimensions_of_zero_or_beyond_what_there_can_be() {
            isUnreadable(png(0, 1));
            isUnreadable(png(1, 0));
            isUnreadable(png(-1, 1));
            isUnreadable(png(1, Integer.MIN_VALUE));
        }

        @Test
        void has_a_header_of_another_length() {
            byte[] longer = chunk("IHDR", joined(number(640), number(480), octets(8, 2, 0, 0, 0, 0)));

            isBad(longer, DATA, end());
        }
    }

    @Nested
    class What_is_not_needed {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "tEXt", "zTXt", "iTXt", "eXIf", "tIME", "iCCP", "gAMA", "pHYs", "acTL", "fdAT", "aaaa", "zzzz"
                })
        void stays_behind_wherever_it_is(String type) throws Exception {
            byte[] more = chunk(type, "Jane Doe");

            assertThat(retained(of(HEADER, more, PALETTE, more, DATA, more, more, end())))
                    .isEqualTo(of(HEADER, PALETTE, DATA, end()));
        }

        /** As decoders do: they warn, and read on. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "acTL", "bKGD", "cHRM", "cICP", "cLLI", "eXIf", "fcTL", "fdAT", "gAMA", "hIST", "iCCP", "iTXt",
                    "mDCV", "pHYs", "sBIT", "sPLT", "sRGB", "tEXt", "tIME", "zTXt"
                })
        void may_have_a_wrong_checksum(String type) throws Exception {
            byte[] more = damaged(chunk(type, "Jane Doe"));

            assertThat(retained(of(HEADER, more, PALETTE, more, DATA, more, more, end())))
                    .isEqualTo(of(HEADER, PALETTE, DATA, end()));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 4})
        void is_a_palette_of_a_grey_picture(int colour) throws Exception {
            byte[] grey = header(640, 480, 8, colour);

            assertThat(retained(of(grey, PALETTE, chunk("PLTE", "abcd"), DATA, chunk("PLTE", ""), end())))
                    .isEqualTo(of(grey, DATA, end()));
        }

        @ParameterizedTest
        @ValueSource(ints = {4, 6})
        void is_a_transparent_colour_where_each_pixel_says_how_transparent_it_is(int colour) throws Exception {
            byte[] alpha = header(640, 480, 8, colour);

            assertThat(retained(of(alpha, chunk("tRNS", "ab"), chunk("tRNS", ""), DATA, chunk("tRNS", "x"), end())))
                    .isEqualTo(of(alpha, DATA, end()));
        }

        @Test
        void is_not_unzipped() throws Exception {
            assertThat(retained(png(640, 480, Bombs.zippedText()))).isEqualTo(png(640, 480));
        }

        @Test
        void does_not_turn_the_picture() throws Exception {
            byte[] exif = chunk("eXIf", Pictures.tiff(ByteOrder.BIG_ENDIAN, 6));

            assertThat(ImageInfo.of(png(640, 480, exif)).orientation()).isEqualTo(Orientation.UPRIGHT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_behind_its_end_is_sent_on(Trailer trailer) throws Exception {
        assertThat(retained(joined(png(640, 480), trailer.bytes()))).isEqualTo(png(640, 480));
    }

    @Test
    void chunks_behind_its_end_do_not_count() throws Exception {
        assertThat(retained(joined(png(640, 480), end(), DATA))).isEqualTo(png(640, 480));
        isBad(HEADER, end(), DATA, end());
    }
}
