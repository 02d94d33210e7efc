package org.facecheck.internal.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The JDK's own JPEG reader and writer, whatever others the application or the server has brought along: they are not asked to
 * read what strangers send. Everything stays in memory, whatever {@link ImageIO#setUseCache} says.
 */
record JpegCodec(ImageReaderSpi reading, ImageWriterSpi writing) {
    private static final float QUALITY = 0.9f;
    private static final long START_SECONDS = 10;

    static JpegCodec ofTheJdk() {
        start();
        return new JpegCodec(ofTheJdk(ImageReaderSpi.class), ofTheJdk(ImageWriterSpi.class));
    }

    private static <T extends ImageReaderWriterSpi> T ofTheJdk(Class<T> kind) {
        Iterator<T> found = IIORegistry.getDefaultInstance()
                .getServiceProviders(
                        kind,
                        one -> one.getClass().getModule() == ImageIO.class.getModule()
                                && Arrays.asList(((ImageReaderWriterSpi) one).getFormatNames())
                                        .contains("jpeg"),
                        true);
        if (!found.hasNext()) {
            throw new NoSuchElementException("this JDK has no codec for JPEG");
        }
        return found.next();
    }

    /**
     * Until Java 24, the registry of codecs keeps the access rights of whoever uses it first, and so their class loader, for
     * good: an application that did that could never be undeployed wholly. So somebody else does: a thread of the JDK's, on
     * whose stack there is nothing but the JDK's own.
     */
    private static void start() {
        try {
            CountDownLatch started = new CountDownLatch(1);
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            MethodHandle use = lookup.findStatic(ImageIO.class, "getUseCache", MethodType.methodType(boolean.class));
            MethodHandle tell = lookup.bind(started, "countDown", MethodType.methodType(void.class));
            MethodHandle both = MethodHandles.filterReturnValue(use.asType(MethodType.methodType(void.class)), tell);
            ForkJoinPool.commonPool().execute(MethodHandleProxies.asInterfaceInstance(Runnable.class, both));
            if (!started.await(START_SECONDS, TimeUnit.SECONDS)) {
                System.getLogger("org.facecheck")
                        .log(System.Logger.Level.DEBUG, "the common pool runs nothing; the codecs start here");
            }
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("ImageIO is not as it was", impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Reads each n-th pixel of each n-th row. However large the picture, no more than that is in memory, beside what a
     * progressive one takes natively.
     */
    BufferedImage read(byte[] jpeg, int n) throws IOException {
        ImageReader reader = reading.createReaderInstance();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(in, true, true);
            ImageReadParam how = reader.getDefaultReadParam();
            how.setDestinationType(ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_3BYTE_BGR));
            how.setSourceSubsampling(n, n, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    byte[] write(BufferedImage image) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageWriter writer = writing.createWriterInstance();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return jpeg.toByteArray();
    }
}
