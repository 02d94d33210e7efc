package org.facecheck.internal.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.facecheck.Selfie;
import org.facecheck.Selfie.Format;
import org.facecheck.internal.image.parser.ImageInfo;
import org.facecheck.internal.image.parser.Orientation;
import org.facecheck.internal.image.parser.UnusableImageException;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;

/**
 * Turns JPEGs upright: the only thing for which a picture is decoded, and encoded anew. Large ones are made smaller on the
 * way, so that each takes at most some 40 MB for the moment, and few are turned at once; the others wait a little, in a queue
 * that is short, since a thread waits with each. Thread-safe.
 */
final class OrientationNormalizer {
    private static final int AT_ONCE = 2;
    private static final int QUEUE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** More than any face check looks at. */
    private static final int MAX_PIXELS = 1920 * 1920;

    /** What comes in several scans is held by the decoder as a whole, up to 6 octets for each pixel; phones make one scan. */
    private static final int MAX_PIXELS_IN_SCANS = 12_500_000;

    private final Semaphore free;
    private final Duration patience;

    OrientationNormalizer() {
        this(AT_ONCE, PATIENCE);
    }

    OrientationNormalizer(int atOnce, Duration patience) {
        this.free = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    Selfie upright(ImageInfo lying) throws UnusableImageException {
        if (lying.scans() > 1 && lying.pixels() > MAX_PIXELS_IN_SCANS) {
            throw new UnusableImageException(Fault.TOO_LARGE);
        }
        if (!isFree()) {
            throw new UnusableImageException(Fault.BUSY);
        }
        try {
            JpegCodec codec = Codec.JPEG;
            BufferedImage upright = turned(codec.read(lying.needed().octets(), step(lying)), lying.orientation());
            return new Selfie(codec.write(upright), Format.JPEG, upright.getWidth(), upright.getHeight());
        } catch (IOException | RuntimeException undecodable) { // the JDK's reader throws either
            throw UnusableImageException.unreadable();
        } finally {
            free.release();
        }
    }

    /** Loaded with the first picture that lies on its side, which most applications never see. */
    private static final class Codec {
        private static final JpegCodec JPEG = JpegCodec.ofTheJdk();
    }

    private boolean isFree() {
        try {
            return free.getQueueLength() < QUEUE && free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Of how many pixels, in each direction, one is enough. */
    private static int step(ImageInfo picture) {
        int step = 1;
        while ((long) ceil(picture.width(), step) * ceil(picture.height(), step) > MAX_PIXELS) {
            step++;
        }
        return step;
    }

    private static int ceil(int pixels, int step) {
        return (pixels + step - 1) / step;
    }

    private static BufferedImage turned(BufferedImage lying, Orientation orientation) {
        int width = lying.getWidth();
        int height = lying.getHeight();
        BufferedImage upright = new BufferedImage(
                orientation.width(width, height), orientation.height(width, height), BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) upright.getRaster().getDataBuffer()).getData();
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            lying.getRGB(0, y, width, 1, row, 0, width);
            orientation.put(row, y, height, pixels);
        }
        return upright;
    }
}
