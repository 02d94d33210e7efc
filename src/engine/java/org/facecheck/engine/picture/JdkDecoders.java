package org.facecheck.engine.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.facecheck.Selfie.Format;
import org.facecheck.internal.image.JpegCodec;

/**
 * The JDK's own readers for JPEG and PNG. Applications and servers may bring others along, which ImageIO would prefer; those are
 * not asked to read what strangers send. Everything stays in memory: ImageIO's short cuts write pictures to the temporary
 * directory. Immutable and thread-safe: a reader is made for each picture.
 */
record JdkDecoders(ImageReaderSpi jpeg, ImageReaderSpi png) {

    /** Starts ImageIO if nothing else has, and finds the JDK's readers. */
    static JdkDecoders find() {
        JpegCodec.startImageIo();
        return new JdkDecoders(ofTheJdk(Format.JPEG), ofTheJdk(Format.PNG));
    }

    /** Told by its module, which no other reader can be in. */
    private static ImageReaderSpi ofTheJdk(Format format) {
        String name = format.name().toLowerCase(Locale.ROOT);
        Iterator<ImageReaderSpi> found = IIORegistry.getDefaultInstance()
                .getServiceProviders(
                        ImageReaderSpi.class,
                        one -> one.getClass().getModule() == ImageIO.class.getModule()
                                && Arrays.asList(((ImageReaderSpi) one).getFormatNames())
                                        .contains(name),
                        true);
        if (!found.hasNext()) {
            throw new NoSuchElementException("this JDK has no reader for " + name);
        }
        return found.next();
    }

    /**
     * Reads each n-th pixel of each n-th row, without metadata.
     *
     * @throws IOException if it can't be decoded; so does a {@link RuntimeException}
     */
    BufferedImage read(Format format, byte[] bytes, int n) throws IOException {
        ImageReader reader = (format == Format.JPEG ? jpeg : png).createReaderInstance();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            ImageReadParam parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(n, n, 0, 0);
            return reader.read(0, parameters);
        } finally {
            reader.dispose();
        }
    }
}
