package org.facecheck.internal.image;

import org.facecheck.Selfie;
import org.facecheck.internal.image.parser.ImageInfo;
import org.facecheck.internal.image.parser.Orientation;
import org.facecheck.internal.image.parser.RefusalReason;
import org.facecheck.internal.image.parser.UnusableImageException;

/**
 * Makes selfies of what strangers send: of whole pictures in sound structure and of sensible size, freed of everything that
 * is not the picture, and upright. Thread-safe.
 */
public final class SelfieReader {
    /** A face fills a part of the picture, and the service wants the face's shorter side to have some 300 pixels. */
    private static final int MIN_SIDE = 200;

    // Above what phone cameras take by default, and what a decoder elsewhere can be asked to hold: 40 million pixels
    // are 160 MB.
    private static final int MAX_SIDE = 10_000;
    private static final long MAX_PIXELS = 40_000_000;

    private final OrientationNormalizer normalizer;

    /** A reader with decoder slots of its own: an application has one reader. */
    public SelfieReader() {
        this.normalizer = new OrientationNormalizer(new DecoderSlots());
    }

    /**
     * The selfie, which has the very same array if it held nothing but an upright picture.
     *
     * @throws UnusableImageException if there is none; it says why, and where
     */
    public Selfie read(byte[] picture) throws UnusableImageException {
        ImageInfo info = ImageInfo.of(picture);
        checkDimensions(info);
        return info.orientation() == Orientation.UPRIGHT
                ? new Selfie(info.retained().bytes(), info.format(), info.width(), info.height())
                : normalizer.upright(info);
    }

    /** Before anything is copied or decoded. */
    private static void checkDimensions(ImageInfo info) throws UnusableImageException {
        if (Math.min(info.width(), info.height()) < MIN_SIDE) {
            throw new UnusableImageException(RefusalReason.SIDE_TOO_SHORT);
        }
        if (Math.max(info.width(), info.height()) > MAX_SIDE) {
            throw new UnusableImageException(RefusalReason.SIDE_TOO_LONG);
        }
        if (info.pixels() > MAX_PIXELS) {
            throw new UnusableImageException(RefusalReason.TOO_MANY_PIXELS);
        }
    }
}
