package org.facecheck.picture;

import org.facecheck.Selfie;
import org.facecheck.picture.UnusablePicture.Fault;

/**
 * Makes selfies of what strangers send: of whole pictures in sound structure and of sensible size, freed of everything that
 * is not the picture, and upright. Thread-safe.
 */
public final class SelfieReader {
    private static final int MIN_SIDE = 200;
    private static final int MAX_SIDE = 10_000;
    private static final long MAX_PIXELS = 40_000_000;

    private final Turning turning;

    public SelfieReader() {
        this(new Turning());
    }

    SelfieReader(Turning turning) {
        this.turning = turning;
    }

    /**
     * The selfie, which has the very same array if it held nothing but an upright picture.
     *
     * @throws UnusablePicture if there is none
     */
    public Selfie read(byte[] picture) throws UnusablePicture {
        Structure structure = Structure.of(picture);
        if (Math.min(structure.width(), structure.height()) < MIN_SIDE) {
            throw new UnusablePicture(Fault.TOO_SMALL);
        }
        if (Math.max(structure.width(), structure.height()) > MAX_SIDE || structure.pixels() > MAX_PIXELS) {
            throw new UnusablePicture(Fault.TOO_LARGE);
        }
        return structure.orientation() == Orientation.UPRIGHT
                ? new Selfie(structure.needed().octets(), structure.format(), structure.width(), structure.height())
                : turning.upright(structure);
    }
}
