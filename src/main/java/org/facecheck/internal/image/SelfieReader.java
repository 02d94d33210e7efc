package org.facecheck.internal.image;

import org.facecheck.Selfie;
import org.facecheck.internal.image.parser.ImageInfo;
import org.facecheck.internal.image.parser.Orientation;
import org.facecheck.internal.image.parser.UnusableImageException;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;

/**
 * Makes selfies of what strangers send: of whole pictures in sound structure and of sensible size, freed of everything that
 * is not the picture, and upright. Thread-safe.
 */
public final class SelfieReader {
    private static final int MIN_SIDE = 200;
    private static final int MAX_SIDE = 10_000;
    private static final long MAX_PIXELS = 40_000_000;

    private final OrientationNormalizer turning;

    public SelfieReader() {
        this(new OrientationNormalizer());
    }

    SelfieReader(OrientationNormalizer turning) {
        this.turning = turning;
    }

    /**
     * The selfie, which has the very same array if it held nothing but an upright picture.
     *
     * @throws UnusableImageException if there is none
     */
    public Selfie read(byte[] picture) throws UnusableImageException {
        ImageInfo structure = ImageInfo.of(picture);
        if (Math.min(structure.width(), structure.height()) < MIN_SIDE) {
            throw new UnusableImageException(Fault.TOO_SMALL);
        }
        if (Math.max(structure.width(), structure.height()) > MAX_SIDE || structure.pixels() > MAX_PIXELS) {
            throw new UnusableImageException(Fault.TOO_LARGE);
        }
        return structure.orientation() == Orientation.UPRIGHT
                ? new Selfie(structure.needed().octets(), structure.format(), structure.width(), structure.height())
                : turning.upright(structure);
    }
}
