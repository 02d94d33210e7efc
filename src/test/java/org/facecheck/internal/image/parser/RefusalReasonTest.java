package org.facecheck.internal.image.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.fake.Pictures.APP0;
import static org.facecheck.fake.Pictures.COMMENT;
import static org.facecheck.fake.Pictures.EOI;
import static org.facecheck.fake.Pictures.HUFFMAN;
import static org.facecheck.fake.Pictures.PNG_SIGNATURE;
import static org.facecheck.fake.Pictures.QUANTIZATION;
import static org.facecheck.fake.Pictures.RESTART_INTERVAL;
import static org.facecheck.fake.Pictures.SOF0;
import static org.facecheck.fake.Pictures.SOI;
import static org.facecheck.fake.Pictures.SOS;
import static org.facecheck.fake.Pictures.ascii;
import static org.facecheck.fake.Pictures.chunk;
import static org.facecheck.fake.Pictures.end;
import static org.facecheck.fake.Pictures.frame;
import static org.facecheck.fake.Pictures.header;
import static org.facecheck.fake.Pictures.joined;
import static org.facecheck.fake.Pictures.jpeg;
import static org.facecheck.fake.Pictures.number;
import static org.facecheck.fake.Pictures.octets;
import static org.facecheck.fake.Pictures.scan;
import static org.facecheck.fake.Pictures.segment;
import static org.facecheck.internal.image.parser.Parsers.refusal;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalReasonTest {
    /** Begins behind the 2 bytes of SOI; is 19 bytes long. */
    private static final byte[] FRAME = frame(SOF0, 640, 480);

    private static final int FRAME_END = 2 + 19;

    /** Begins behind the signature's 8 bytes; is 25 bytes long. */
    private static final byte[] HEADER = header(640, 480, 8, 2);

    private static final int HEADER_END = 8 + 25;

    private static final byte[] DATA = chunk("IDAT", "data");

    /** Refused by others than the parsers: see SelfieReaderTest and OrientationNormalizerTest. */
    private static final Set<RefusalReason> OF_SOUND_PICTURES = EnumSet.of(
            RefusalReason.SIDE_TOO_SHORT,
            RefusalReason.SIDE_TOO_LONG,
            RefusalReason.TOO_MANY_PIXELS,
            RefusalReason.TOO_MANY_PIXELS_IN_SCANS,
            RefusalReason.UNDECODABLE,
            RefusalReason.ALL_DECODERS_BUSY);

    private static Arguments refused(RefusalReason reason, int offset, byte[]... parts) {
        return arguments(reason, offset, joined(parts));
    }

    private static byte[] frameWith(int at, int value) {
        byte[] frame = FRAME.clone();
        frame[4 + at] = (byte) value;
        return frame;
    }

    private static Arguments ofFrame(RefusalReason reason, int at, int value) {
        return refused(reason, 6 + at, SOI, frameWith(at, value), scan(3), EOI);
    }

    private static Arguments ofTable(RefusalReason reason, int offset, int marker, byte[] content) {
        return refused(reason, offset, SOI, segment(marker, content), FRAME, scan(3), EOI);
    }

    /** A table of Huffman codes with so many of 16 bits. */
    private static byte[] huffman(int first, int codesOf15Bits, int codesOf16Bits) {
        byte[] table = new byte[17 + codesOf15Bits + codesOf16Bits];
        table[0] = (byte) first;
        table[15] = (byte) codesOf15Bits;
        table[16] = (byte) codesOf16Bits;
        return table;
    }

    private static Arguments ofPng(RefusalReason reason, int offset, byte[]... chunks) {
        return refused(reason, offset, PNG_SIGNATURE, joined(chunks));
    }

    static Stream<Arguments> pictures() {
        return Stream.of(commons(), jpegs(), pngs()).flatMap(all -> all);
    }

    private static Stream<Arguments> commons() {
        byte[] two = joined(segment(COMMENT), segment(RESTART_INTERVAL, octets(0, 8)));
        return Stream.of(
                refused(RefusalReason.UNKNOWN_SIGNATURE, 0, ascii("GIF89a")),
                refused(RefusalReason.UNKNOWN_SIGNATURE, 0),
                refused(RefusalReason.ENDS_EARLY, 5, SOI, octets(0xFF, COMMENT, 0)),
                refused(RefusalReason.ENDS_EARLY, 10, PNG_SIGNATURE, octets(0, 0)),
                // The first retained piece is SOI; comments of 4 bytes alternate with 999 intervals of 6, and one too
                // many.
                refused(
                        RefusalReason.TOO_MANY_PIECES,
                        2 + 999 * 10 + 4,
                        jpeg(640, 480, Collections.nCopies(1000, two).toArray(byte[][]::new))));
    }

    private static Stream<Arguments> jpegs() {
        return Stream.of(
                refused(
                        RefusalReason.NO_MARKER,
                        FRAME_END + scan(1).length + 4,
                        SOI,
                        FRAME,
                        scan(1),
                        segment(COMMENT),
                        octets(0),
                        scan(1),
                        EOI),
                refused(RefusalReason.UNEXPECTED_MARKER, 3, SOI, segment(0xC3, FRAME), scan(3), EOI),
                refused(RefusalReason.SEGMENT_TOO_SHORT, 4, SOI, octets(0xFF, COMMENT, 0, 1), FRAME, scan(3), EOI),
                refused(RefusalReason.SEGMENT_BEYOND_END, 4, SOI, octets(0xFF, COMMENT, 1, 0), FRAME, scan(3), EOI),
                refused(RefusalReason.NO_END_OF_IMAGE, FRAME_END, SOI, FRAME),
                refused(RefusalReason.NO_END_OF_IMAGE, FRAME_END + scan(3).length, SOI, FRAME, scan(3)),
                refused(RefusalReason.NO_SCAN, FRAME_END, SOI, FRAME, EOI),
                refused(RefusalReason.SECOND_FRAME, FRAME_END + 1, SOI, FRAME, FRAME, scan(3), EOI),
                ofFrame(RefusalReason.FRAME_PRECISION, 0, 12),
                ofFrame(RefusalReason.FRAME_COMPONENTS, 5, 4),
                refused(RefusalReason.FRAME_LENGTH, 4, SOI, segment(SOF0, ascii("\10xxxx\1")), scan(1), EOI),
                ofFrame(RefusalReason.FRAME_SAMPLING, 7, 0x50),
                ofFrame(RefusalReason.FRAME_TABLE, 14, 4),
                refused(RefusalReason.FRAME_DIMENSIONS, 7, jpeg(640, 0)),
                refused(RefusalReason.SCAN_BEFORE_FRAME, 6, SOI, scan(3), FRAME, EOI),
                refused(
                        RefusalReason.TOO_MANY_SCANS,
                        FRAME_END + 3 * scan(1).length + 4,
                        SOI,
                        FRAME,
                        joined(Collections.nCopies(4, scan(1)).toArray(byte[][]::new)),
                        EOI),
                refused(RefusalReason.SCAN_COMPONENTS, FRAME_END + 4, SOI, FRAME, scan(4), EOI),
                refused(
                        RefusalReason.SCAN_LENGTH,
                        FRAME_END + 2,
                        SOI,
                        FRAME,
                        segment(SOS, octets(1, 1, 0, 0, 63)),
                        EOI),
                ofTable(RefusalReason.TABLE_SELECTOR, 6, QUANTIZATION, joined(octets(4), new byte[64])),
                ofTable(RefusalReason.TABLE_SELECTOR, 6 + 17, HUFFMAN, joined(huffman(0, 0, 0), huffman(0x20, 0, 0))),
                ofTable(RefusalReason.TABLE_CODES, 7, HUFFMAN, huffman(0, 129, 128)),
                ofTable(RefusalReason.TABLE_LENGTH, 4, QUANTIZATION, new byte[64]),
                ofTable(RefusalReason.TABLE_LENGTH, 4, RESTART_INTERVAL, new byte[4]),
                refused(RefusalReason.JFIF_LENGTH, 4, jpeg(640, 480, segment(APP0, "JFIF\0\1\2\0\0\1\0\1\0\0Jane"))));
    }

    private static Stream<Arguments> pngs() {
        byte[] transparent = chunk("tRNS", "abcdef");
        byte[] broken = DATA.clone();
        broken[9] ^= 1;
        return Stream.of(
                ofPng(RefusalReason.CHUNK_BEYOND_END, HEADER_END, HEADER, number(1000), ascii("tEXt"), end()),
                ofPng(RefusalReason.CHECKSUM, HEADER_END + 12, HEADER, broken, end()),
                ofPng(RefusalReason.UNEXPECTED_CHUNK, HEADER_END + 4, HEADER, chunk("CgBI", "x"), DATA, end()),
                ofPng(RefusalReason.UNEXPECTED_CHUNK, HEADER_END + 4, HEADER, HEADER, DATA, end()),
                ofPng(RefusalReason.NO_HEADER, 12, DATA, HEADER, end()),
                ofPng(RefusalReason.NO_HEADER, 12, end()),
                ofPng(RefusalReason.NO_DATA, HEADER_END + 4, HEADER, end()),
                ofPng(
                        RefusalReason.DATA_INTERRUPTED,
                        HEADER_END + DATA.length + 13 + 4,
                        HEADER,
                        DATA,
                        chunk("tIME", "x"),
                        DATA,
                        end()),
                ofPng(RefusalReason.NO_END_CHUNK, HEADER_END + DATA.length, HEADER, DATA),
                ofPng(RefusalReason.END_LENGTH, HEADER_END + DATA.length, HEADER, DATA, chunk("IEND", "x")),
                ofPng(RefusalReason.HEADER_LENGTH, 8, chunk("IHDR", new byte[14]), DATA, end()),
                ofPng(RefusalReason.HEADER_DIMENSIONS, 16, header(640, -1, 8, 2), DATA, end()),
                ofPng(RefusalReason.HEADER_COLOUR, 24, header(640, 480, 4, 6), DATA, end()),
                ofPng(RefusalReason.HEADER_METHOD, 26, header(640, 480, 8, 2, 0, 0, 2), DATA, end()),
                ofPng(RefusalReason.NO_PALETTE, HEADER_END + 4, header(640, 480, 8, 3), DATA, end()),
                ofPng(
                        RefusalReason.PALETTE_PLACE,
                        HEADER_END + DATA.length + 4,
                        HEADER,
                        DATA,
                        chunk("PLTE", "abc"),
                        end()),
                ofPng(RefusalReason.PALETTE_LENGTH, HEADER_END, HEADER, chunk("PLTE", "abcd"), DATA, end()),
                ofPng(
                        RefusalReason.TRANSPARENCY_PLACE,
                        HEADER_END + transparent.length + 4,
                        HEADER,
                        transparent,
                        transparent,
                        DATA,
                        end()),
                ofPng(RefusalReason.TRANSPARENCY_LENGTH, HEADER_END, HEADER, chunk("tRNS", "ab"), DATA, end()));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("pictures")
    void is_said_with_its_offset(RefusalReason reason, int offset, byte[] picture) {
        UnusableImageException refusal = refusal(picture);

        assertThat(refusal.reason()).isEqualTo(reason.text());
        assertThat(refusal.offset()).hasValue(offset);
        assertThat(refusal.fault()).isEqualTo(reason.fault());
        assertThat(refusal).hasMessage(reason.text() + ", at " + offset).hasNoCause();
    }

    @Test
    void is_seen_here_for_each_that_a_parser_gives() {
        Set<Object> seen = pictures().map(one -> one.get()[0]).collect(Collectors.toSet());

        assertThat(EnumSet.complementOf(EnumSet.copyOf(OF_SOUND_PICTURES)))
                .as("reasons of parsers")
                .allMatch(seen::contains);
    }

    @Test
    void has_a_text_of_its_own_in_fixed_words() {
        assertThat(Arrays.stream(RefusalReason.values()).map(RefusalReason::text))
                .doesNotHaveDuplicates()
                .allMatch(text -> text.matches("[A-Za-z0-9, ]+"));
        assertThat(RefusalReason.SEGMENT_BEYOND_END.text()).isEqualTo("segment length beyond end");
    }

    @Test
    void has_no_offset_where_it_concerns_the_whole_picture() {
        UnusableImageException refusal = new UnusableImageException(RefusalReason.SIDE_TOO_SHORT);

        assertThat(refusal.offset()).isEmpty();
        assertThat(refusal.fault()).isEqualTo(Fault.TOO_SMALL);
        assertThat(refusal).hasMessage("side too short");
    }
}
