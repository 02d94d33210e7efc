package org.facecheck.capture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Draws blank pictures, and composes headers that need no picture. */
final class Pictures {
    private static final int SOF0 = 0xC0;

    private Pictures() {}

    static byte[] drawn(int width, int height, String format) {
        return drawn(width, height, format, false);
    }

    static byte[] progressive(int width, int height) {
        return drawn(width, height, "jpeg", true);
    }

    private static byte[] drawn(int width, int height, String format, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        if (progressive) {
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(
                    null, new IIOImage(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), null, null), how);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A JPEG's beginning: the segments in between, and a frame header. */
    static byte[] jpeg(int width, int height, byte[]... segments) {
        return joined(octets(0xFF, 0xD8), joined(segments), frame(SOF0, width, height));
    }

    static byte[] frame(int marker, int width, int height) {
        return octets(
                0xFF, marker, 0, 17, 8, height >> 8, height, width >> 8, width, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1);
    }

    /** A segment that says how long it is, the two octets of its length included. */
    static byte[] segment(int marker, int length) {
        return joined(octets(0xFF, marker, length >> 8, length), new byte[length - 2]);
    }

    /** A PNG's beginning. */
    static byte[] png(int width, int height) {
        return octets(
                0x89,
                'P',
                'N',
                'G',
                '\r',
                '\n',
                0x1A,
                '\n',
                0,
                0,
                0,
                13,
                'I',
                'H',
                'D',
                'R',
                width >> 24,
                width >> 16,
                width >> 8,
                width,
                height >> 24,
                height >> 16,
                height >> 8,
                height,
                8,
                2,
                0,
                0,
                0);
    }

    static byte[] octets(int... values) {
        byte[] octets = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            octets[i] = (byte) values[i];
        }
        return octets;
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
