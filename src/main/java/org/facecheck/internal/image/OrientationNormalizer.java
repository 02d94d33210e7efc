package org.facecheck.internal.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import org.facecheck.Selfie;
import org.facecheck.Selfie.Format;
import org.facecheck.internal.image.parser.ImageInfo;
import org.facecheck.internal.image.parser.Orientation;
import org.facecheck.internal.image.parser.RefusalReason;
import org.facecheck.internal.image.parser.UnusableImageException;

/**
 * Turns JPEGs upright: the only thing for which a picture is decoded, and encoded anew. Face checks do not look at EXIF, which
 * is removed anyway, and find no face in a picture that lies on its side. Large pictures are made smaller on the way, so that
 * each takes at most some 40 MB for the moment. Thread-safe.
 */
final class OrientationNormalizer {
    /** More than any face check looks at; Faceki's own clients send at most 1920 pixels a side. */
    private static final int MAX_PIXELS = 1920 * 1920;

    /**
     * A picture in several scans is held by the decoder as a whole, with up to 6 bytes for each pixel, whatever is read of it.
     * Phones write one scan.
     */
    private static final int MAX_PIXELS_IN_SCANS = 12_500_000;

    private final DecoderSlots slots;

    OrientationNormalizer(DecoderSlots slots) {
        this.slots = slots;
    }

    /**
     * Decodes the picture, turns it and encodes it anew.
     *
     * @throws UnusableImageException if it can't be decoded, takes too much memory for it, or too many others are being turned
     */
    Selfie upright(ImageInfo stored) throws UnusableImageException {
        if (stored.scans() > 1 && stored.pixels() > MAX_PIXELS_IN_SCANS) {
            throw new UnusableImageException(RefusalReason.TOO_MANY_PIXELS_IN_SCANS);
        }
        if (!slots.tryAcquire()) {
            throw new UnusableImageException(RefusalReason.ALL_DECODERS_BUSY);
        }
        try {
            JpegCodec codec = Codec.JPEG;
            BufferedImage read = codec.read(stored.retained().bytes(), subsampling(stored));
            BufferedImage upright = turn(read, stored.orientation());
            return new Selfie(codec.write(upright), Format.JPEG, upright.getWidth(), upright.getHeight());
        } catch (IOException | RuntimeException undecodable) { // the JDK's reader throws either
            // Without its cause: the decoder's messages are not ours, and may hold what the picture says.
            throw new UnusableImageException(RefusalReason.UNDECODABLE);
        } finally {
            slots.release();
        }
    }

    /** Loaded with the first picture that lies on its side, which most applications never see. */
    private static final class Codec {
        private static final JpegCodec JPEG = JpegCodec.ofTheJdk();
    }

    /** The least n for which each n-th pixel of each n-th row is not too much. */
    private static int subsampling(ImageInfo picture) {
        int n = 1;
        while ((long) divideRoundingUp(picture.width(), n) * divideRoundingUp(picture.height(), n) > MAX_PIXELS) {
            n++;
        }
        return n;
    }

    /** As the decoder does: of 5 pixels, each second one is 3. {@code Math.ceilDiv} came with Java 18. */
    private static int divideRoundingUp(int pixels, int n) {
        return (pixels + n - 1) / n;
    }

    /** Row by row, so that no second picture of the stored size is in memory. */
    private static BufferedImage turn(BufferedImage stored, Orientation orientation) {
        int width = stored.getWidth();
        int height = stored.getHeight();
        BufferedImage upright = new BufferedImage(
                orientation.width(width, height), orientation.height(width, height), BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) upright.getRaster().getDataBuffer()).getData();
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            stored.getRGB(0, y, width, 1, row, 0, width);
            orientation.put(row, y, height, pixels);
        }
        return upright;
    }
}
