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
 * The JDK's own JPEG reader and writer. Applications and servers may bring others along, which ImageIO would prefer; those are
 * not asked to read what strangers send. Everything stays in memory, whatever {@link ImageIO#setUseCache} says: ImageIO's short
 * cuts write pictures to the temporary directory. Immutable and thread-safe: readers and writers are made for each picture.
 *
 * @param readers makes readers
 * @param writers makes writers
 */
public record JpegCodec(ImageReaderSpi readers, ImageWriterSpi writers) {
    /** As Faceki's own clients encode (0.8 to 0.9); higher makes files larger without a face check seeing more. */
    private static final float QUALITY = 0.9f;

    private static final long START_SECONDS = 10;

    /** Starts ImageIO if nothing else has, and finds the JDK's codec in its registry. Public for the engine, too. */
    public static JpegCodec ofTheJdk() {
        startImageIo();
        return new JpegCodec(ofTheJdk(ImageReaderSpi.class), ofTheJdk(ImageWriterSpi.class));
    }

    /** Told by its module, which no other codec can be in. */
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
     * Until Java 24, the registry of codecs keeps the access control context of its first user for good, and with it the class
     * loaders on that stack: an application that used it first could never be unloaded after it was undeployed. So a thread of
     * the JDK's common pool uses it first, by method handles of the JDK's: its stack has no class of the application's. Public for
     * the engine, which reads pictures, too.
     */
    public static void startImageIo() {
        try {
            CountDownLatch started = new CountDownLatch(1);
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            MethodHandle use = lookup.findStatic(ImageIO.class, "getUseCache", MethodType.methodType(boolean.class));
            MethodHandle countDown = lookup.bind(started, "countDown", MethodType.methodType(void.class));
            MethodHandle both =
                    MethodHandles.filterReturnValue(use.asType(MethodType.methodType(void.class)), countDown);
            ForkJoinPool.commonPool().execute(MethodHandleProxies.asInterfaceInstance(Runnable.class, both));
            if (!started.await(START_SECONDS, TimeUnit.SECONDS)) {
                System.getLogger("org.facecheck")
                        .log(System.Logger.Level.DEBUG, "the common pool runs nothing; the codecs start here");
            }
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("ImageIO is not as it was", impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Reads each n-th pixel of each n-th row. However large the picture, no more than that is in memory, beside what the
     * decoder of a progressive one takes natively.
     */
    BufferedImage read(byte[] jpeg, int n) throws IOException {
        ImageReader reader = readers.createReaderInstance();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(in, true, true);
            ImageReadParam parameters = reader.getDefaultReadParam();
            parameters.setDestinationType(ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_3BYTE_BGR));
            parameters.setSourceSubsampling(n, n, 0, 0);
            return reader.read(0, parameters);
        } finally {
            reader.dispose();
        }
    }

    /** Encodes without metadata: what is written is the picture and nothing else. Public for the engine, too. */
    public byte[] write(BufferedImage image) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageWriter writer = writers.createWriterInstance();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
            writer.setOutput(out);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return jpeg.toByteArray();
    }
}
