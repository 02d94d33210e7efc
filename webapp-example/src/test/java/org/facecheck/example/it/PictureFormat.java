package org.facecheck.example.it;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Kinds of picture files that browsers show, and the service does not take. */
enum PictureFormat {
    /** Sixteen bits a colour, as a camera's program exports it. */
    DEEP_PNG {
        @Override
        byte[] of(BufferedImage picture) throws IOException {
            ComponentColorModel deep = new ComponentColorModel(
                    ColorSpace.getInstance(ColorSpace.CS_sRGB),
                    false,
                    false,
                    Transparency.OPAQUE,
                    DataBuffer.TYPE_USHORT);
            WritableRaster raster = deep.createCompatibleWritableRaster(picture.getWidth(), picture.getHeight());
            copy(picture, raster, 257);
            ByteArrayOutputStream encoded = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(deep, raster, false, null), "png", encoded);
            return encoded.toByteArray();
        }
    },

    /** For printing. Browsers take the four colours as Adobe's programs write them: 255 is no ink. */
    CMYK_JPEG {
        @Override
        byte[] of(BufferedImage picture) throws IOException {
            WritableRaster raster = Raster.createInterleavedRaster(
                    DataBuffer.TYPE_BYTE, picture.getWidth(), picture.getHeight(), 4, null);
            copy(picture, raster, 1);
            ByteArrayOutputStream encoded = new ByteArrayOutputStream();
            ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            try (ImageOutputStream stream = ImageIO.createImageOutputStream(encoded)) {
                writer.setOutput(stream);
                writer.write(null, new IIOImage(raster, null, null), null);
            } finally {
                writer.dispose();
            }
            return encoded.toByteArray();
        }
    },

    /** The same portrait, encoded beforehand: nothing that is at hand in a test can write it. */
    AVIF {
        @Override
        byte[] of(BufferedImage picture) throws IOException {
            try (InputStream portrait = PictureFormat.class.getResourceAsStream("/amina.avif")) {
                return portrait.readAllBytes();
            }
        }
    },

    /** What a phone of Apple's writes: Safari shows it, and this is not even a picture, so that no browser does. */
    HEIC {
        @Override
        byte[] of(BufferedImage picture) {
            byte[] heic = new byte[4000];
            byte[] type = "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(type, 0, heic, 0, type.length);
            return heic;
        }
    };

    abstract byte[] of(BufferedImage picture) throws IOException;

    byte[] of(byte[] jpeg) {
        try {
            return of(ImageIO.read(new ByteArrayInputStream(jpeg)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void copy(BufferedImage from, WritableRaster to, int scale) {
        for (int y = 0; y < from.getHeight(); y++) {
            for (int x = 0; x < from.getWidth(); x++) {
                int rgb = from.getRGB(x, y);
                int[] values = {(rgb >> 16 & 255) * scale, (rgb >> 8 & 255) * scale, (rgb & 255) * scale, 255};
                to.setPixel(x, y, values);
            }
        }
    }
}
