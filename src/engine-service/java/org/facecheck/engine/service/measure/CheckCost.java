package org.facecheck.engine.service.measure;

import java.time.Duration;
import java.util.Locale;
import org.facecheck.engine.FaceEngine;
import org.facecheck.engine.picture.PictureReader;
import org.facecheck.engine.quality.FaceReading;
import org.facecheck.engine.quality.FaceReading.Unusable;
import org.facecheck.engine.quality.FaceReading.Usable;
import org.facecheck.engine.quality.QualityLimits;

/**
 * The steps of one check, in one thread. Decoding is the floor: whoever looks at a picture at all pays for that.
 *
 * @param decoding to pixels, in milliseconds of one core
 * @param finding the face and its points, and judging it; without the decoding
 * @param template of the face
 */
public record CheckCost(double decoding, double finding, double template) {
    private static final int RUNS = 30;

    /**
     * Measures.
     *
     * @param picture a file with one good face
     * @throws IllegalArgumentException if its face can't be compared; the message says why
     * @throws Exception if it is no picture
     */
    public static CheckCost of(FaceEngine engine, byte[] picture) throws Exception {
        return of(engine, picture, Stopwatch.WARM_UP);
    }

    static CheckCost of(FaceEngine engine, byte[] picture, Duration warmUp) throws Exception {
        FaceReading reading = engine.read(picture, QualityLimits.forSelfies());
        if (!(reading instanceof Usable usable)) {
            throw new IllegalArgumentException("the picture can't be compared: "
                    + (reading instanceof Unusable unusable ? unusable.hint().name() : "no face"));
        }
        Stopwatch watch = new Stopwatch(warmUp);
        PictureReader decoder = new PictureReader();
        // The whole first: what is measured first is measured in code that is not compiled yet, and decoding is taken
        // off the whole.
        double both = watch.milliseconds(RUNS, () -> engine.read(picture, QualityLimits.forSelfies()));
        double decoding = watch.milliseconds(RUNS, () -> decoder.read(picture));
        return new CheckCost(decoding, both - decoding, watch.milliseconds(RUNS, () -> engine.template(usable.face())));
    }

    /** A few lines for an operator. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "one core, ms in the middle of %d: decoding %.1f, finding the face %.1f, template %.1f, together %.1f%n",
                RUNS,
                decoding,
                finding,
                template,
                decoding + finding + template);
    }
}
