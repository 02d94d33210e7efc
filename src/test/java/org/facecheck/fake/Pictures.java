package org.facecheck.fake;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws pictures, and composes others octet by octet that have a sound structure and show nothing. */
public final class Pictures {
    public static final int APP0 = 0xE0;
    public static final int APP1 = 0xE1;
    public static final int APP2 = 0xE2;
    public static final int APP14 = 0xEE;
    public static final int COMMENT = 0xFE;
    public static final int QUANTIZATION = 0xDB;
    public static final int HUFFMAN = 0xC4;
    public static final int RESTART_INTERVAL = 0xDD;
    public static final int SOF0 = 0xC0;
    public static final int SOF2 = 0xC2;
    public static final int SOS = 0xDA;

    public static final byte[] SOI = octets(0xFF, 0xD8);
    public static final byte[] EOI = octets(0xFF, 0xD9);
    public static final byte[] PNG_SIGNATURE = octets(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');

    /** What {@link #exif} says of the place, in the words that must not be found again. */
    public static final String PLACE = "GPS-48.8584N-2.2945E";

    private Pictures() {}

    public static byte[] drawn(int width, int height, String format) {
        return encoded(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, false);
    }

    public static byte[] progressive(int width, int height) {
        return encoded(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", true);
    }

    /** Red and green above blue and white. */
    public static BufferedImage quarters(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int i = 0; i < 4; i++) {
            canvas.setColor(colours[i]);
            canvas.fillRect(i % 2 * width / 2, i / 2 * height / 2, width / 2, height / 2);
        }
        canvas.dispose();
        return image;
    }

    public static byte[] encoded(BufferedImage image, String format, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        if (progressive) {
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A JPEG with these segments before its frame header, and one scan. */
    public static byte[] jpeg(int width, int height, byte[]... segments) {
        return joined(SOI, joined(segments), frame(SOF0, width, height), scan(3), EOI);
    }

    /** A frame header of three components. */
    public static byte[] frame(int marker, int width, int height) {
        return segment(
                marker, octets(8, height >> 8, height, width >> 8, width, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1));
    }

    /** A frame header of three components that are named R, G and B, as encoders do that store these colours as they are. */
    public static byte[] frameOfRgb(int width, int height) {
        return segment(
                SOF0, octets(8, height >> 8, height, width >> 8, width, 3, 'R', 0x11, 0, 'G', 0x11, 0, 'B', 0x11, 0));
    }

    /** Names the components of a JPEG's frame and scan R, G and B: what decoders then take for these colours. */
    public static byte[] withRgb(byte[] jpeg) {
        byte[] named = jpeg.clone();
        int frame = startOf(SOF0, jpeg);
        int scan = startOf(SOS, jpeg);
        for (int i = 0; i < 3; i++) {
            named[frame + 10 + 3 * i] = (byte) "RGB".charAt(i);
            named[scan + 5 + 2 * i] = (byte) "RGB".charAt(i);
        }
        return named;
    }

    /** Where the first segment with this marker begins; the pictures here have none that looks like one before it. */
    private static int startOf(int marker, byte[] jpeg) {
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) != marker) {
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
        }
        return at;
    }

    /** A scan of some components: its header, and data with a stuffed octet and a restart marker in it. */
    public static byte[] scan(int components) {
        byte[] header = new byte[4 + 2 * components];
        header[0] = (byte) components;
        for (int i = 0; i < components; i++) {
            header[1 + 2 * i] = (byte) (i + 1);
        }
        header[header.length - 2] = 63;
        return joined(segment(SOS, header), octets(0x12, 0xFF, 0, 0x34, 0xFF, 0xD0, 0x56));
    }

    public static byte[] segment(int marker, byte[]... content) {
        byte[] whole = joined(content);
        return joined(octets(0xFF, marker, whole.length + 2 >> 8, whole.length + 2), whole);
    }

    public static byte[] segment(int marker, String content) {
        return segment(marker, ascii(content));
    }

    /** Puts segments behind the first marker, where cameras have theirs. */
    public static byte[] with(byte[] jpeg, byte[]... segments) {
        return joined(SOI, joined(segments), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** An EXIF segment with an orientation, a place, and a thumbnail. */
    public static byte[] exif(int orientation) {
        return segment(APP1, ascii("Exif\0\0"), tiff(ByteOrder.BIG_ENDIAN, orientation), ascii(PLACE), jpeg(160, 120));
    }

    /** A TIFF structure whose first directory has the place's directory and the orientation. */
    public static byte[] tiff(ByteOrder order, int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(38).order(order);
        tiff.put(ascii(order == ByteOrder.BIG_ENDIAN ? "MM" : "II")).putShort((short) 42);
        tiff.putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        return tiff.array();
    }

    /** A PNG of true colour with these chunks between its header and its data. */
    public static byte[] png(int width, int height, byte[]... chunks) {
        return joined(PNG_SIGNATURE, header(width, height, 8, 2), joined(chunks), chunk("IDAT", "data"), end());
    }

    public static byte[] header(int width, int height, int depth, int colour, int... rest) {
        return chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(octets(depth, colour))
                        .put(octets(rest))
                        .array());
    }

    public static byte[] end() {
        return chunk("IEND", new byte[0]);
    }

    public static byte[] chunk(String type, String content) {
        return chunk(type, ascii(content));
    }

    public static byte[] chunk(String type, byte[] content) {
        byte[] whole = joined(ascii(type), content);
        CRC32 sum = new CRC32();
        sum.update(whole);
        return joined(number(content.length), whole, number((int) sum.getValue()));
    }

    /** Puts chunks behind the header of a PNG. */
    public static byte[] withChunks(byte[] png, byte[]... chunks) {
        int header = PNG_SIGNATURE.length + 25;
        return joined(Arrays.copyOf(png, header), joined(chunks), Arrays.copyOfRange(png, header, png.length));
    }

    public static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] octets(int... values) {
        byte[] octets = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            octets[i] = (byte) values[i];
        }
        return octets;
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
