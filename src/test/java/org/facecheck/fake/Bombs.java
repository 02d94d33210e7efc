package org.facecheck.fake;

import static org.facecheck.fake.Pictures.EOI;
import static org.facecheck.fake.Pictures.SOF0;
import static org.facecheck.fake.Pictures.SOF2;
import static org.facecheck.fake.Pictures.SOI;
import static org.facecheck.fake.Pictures.ascii;
import static org.facecheck.fake.Pictures.chunk;
import static org.facecheck.fake.Pictures.frame;
import static org.facecheck.fake.Pictures.joined;
import static org.facecheck.fake.Pictures.octets;
import static org.facecheck.fake.Pictures.scan;
import static org.facecheck.fake.Pictures.segment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.Supplier;
import java.util.zip.DeflaterOutputStream;

/** Pictures made to hurt whoever decodes them, or to be something else besides. What stands behind one is a {@link Trailer}. */
public enum Bombs {
    A_MEGABYTE_OF_PNG_THAT_IS_20000_BY_20000("picture-too-large", () -> largePng(20_000)),
    FORTY_KILOBYTES_OF_JPEG_THAT_CLAIM_THE_SAME("picture-too-large", () -> largeJpeg(20_000, 40_000)),
    HUNDREDS_OF_SCANS("picture-unreadable", () -> scans(SOF2, 310)),
    MORE_SCANS_THAN_COMPONENTS("picture-unreadable", () -> scans(SOF0, 4)),
    HALF_A_JPEG("picture-unreadable", () -> half(Pictures.drawn(640, 480, "jpeg"))),
    HALF_A_PNG("picture-unreadable", () -> half(Pictures.drawn(640, 480, "png"))),
    A_MILLION_COMMENTS("picture-unreadable", Bombs::comments),
    HALF_A_JPEG_BEFORE_A_WHOLE_ONE(
            "picture-unreadable",
            () -> joined(half(Pictures.drawn(640, 480, "jpeg")), Pictures.drawn(640, 480, "jpeg"))),
    A_SCRIPT_THAT_IS_A_JPEG("picture-unreadable", Bombs::script),
    A_GIF_THAT_IS_A_JPEG("not-a-picture", () -> joined(ascii("GIF89a"), Pictures.drawn(640, 480, "jpeg"))),
    A_PDF_THAT_IS_A_PNG("not-a-picture", () -> joined(ascii("%PDF-1.7\n"), Pictures.drawn(640, 480, "png")));

    private final String news;
    private final Supplier<byte[]> making;
    private byte[] made = {};

    Bombs(String news, Supplier<byte[]> making) {
        this.news = news;
        this.making = making;
    }

    /** What the person is told. */
    public String news() {
        return news;
    }

    /** Made once, since a gigabyte of black takes its time to zip. */
    public synchronized byte[] picture() {
        if (made.length == 0) {
            made = making.get();
        }
        return made.clone();
    }

    /** A text chunk of 100 kB, which is 100 MB when it is unzipped. */
    public static byte[] zippedText() {
        return chunk("zTXt", joined(ascii("Comment\0\0"), zipped(100_000_000)));
    }

    /** So many black pixels, row by row, as PNG's data. */
    private static byte[] largePng(int side) {
        return joined(
                Pictures.PNG_SIGNATURE,
                Pictures.header(side, side, 8, 2),
                chunk("IDAT", zipped((1L + 3L * side) * side)),
                Pictures.end());
    }

    private static byte[] largeJpeg(int side, int length) {
        byte[] image = Pictures.drawn(640, 480, "jpeg");
        int frame = 0;
        while (image[frame] != (byte) 0xFF || image[frame + 1] != (byte) SOF0) {
            frame++;
        }
        byte[] sides = octets(side >> 8, side, side >> 8, side);
        System.arraycopy(sides, 0, image, frame + 5, sides.length);
        byte[] data = new byte[Math.max(0, length - image.length)];
        return joined(Arrays.copyOf(image, image.length - 2), data, EOI);
    }

    private static byte[] scans(int frame, int count) {
        return joined(
                SOI,
                frame(frame, 640, 480),
                joined(Collections.nCopies(count, scan(1)).toArray(byte[][]::new)),
                EOI);
    }

    private static byte[] half(byte[] picture) {
        return Arrays.copyOf(picture, picture.length / 2);
    }

    private static byte[] comments() {
        byte[] commented = joined(segment(Pictures.COMMENT), segment(Pictures.RESTART_INTERVAL, octets(0, 8)));
        return Pictures.jpeg(640, 480, Collections.nCopies(200_000, commented).toArray(byte[][]::new));
    }

    /** The first segment's length reads as the beginning of a comment in JavaScript. */
    private static byte[] script() {
        byte[] begin = joined(ascii("JFIF\0\1\2\0\0\1\0\1\0\0"), new byte[0x2F2A - 16]);
        return Pictures.with(
                Pictures.drawn(640, 480, "jpeg"),
                segment(Pictures.APP0, begin),
                segment(Pictures.COMMENT, "*/=alert(1);/*"));
    }

    private static byte[] zipped(long length) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        byte[] zeros = new byte[100_000];
        try (DeflaterOutputStream out = new DeflaterOutputStream(zipped)) {
            for (long left = length; left > 0; left -= zeros.length) {
                out.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zipped.toByteArray();
    }
}
