package org.facecheck.engine.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.facecheck.FaceMatch.Hint;
import org.facecheck.engine.face.AlignedFace;
import org.facecheck.engine.face.DetectorView;
import org.facecheck.engine.face.FaceAligner;
import org.facecheck.engine.face.FaceBox;
import org.facecheck.engine.face.FaceDetector;
import org.facecheck.engine.face.LandmarkFinder;
import org.facecheck.engine.face.Landmarks;
import org.facecheck.engine.picture.Picture;
import org.facecheck.engine.picture.Pyramid;
import org.facecheck.engine.picture.Similarity;

/** Reads the one face of a picture. Immutable and thread-safe. */
public final class FaceReader {
    /**
     * What the detector takes for a face has eyes: on photographs of groups, they were a quarter to two fifths of the box apart,
     * and a tenth to a seventh in hair between two heads.
     */
    private static final double MIN_EYES = 0.2;

    private final FaceDetector detector;
    private final LandmarkFinder landmarks;
    private final FaceAligner aligner = new FaceAligner();

    /** A reader with these two networks. */
    public FaceReader(FaceDetector detector, LandmarkFinder landmarks) {
        this.detector = detector;
        this.landmarks = landmarks;
    }

    /** A box that holds a face, as its landmarks say. */
    private record Found(FaceBox box, Landmarks landmarks) {

        boolean isFace() {
            return landmarks.eyeDistance() >= MIN_EYES * box.width();
        }

        double height() {
            return box.height();
        }
    }

    /**
     * Reads the face of a picture that should show one person.
     *
     * @param limits what is good enough
     */
    public FaceReading read(Picture picture, QualityLimits limits) {
        Pyramid pyramid = new Pyramid(picture);
        List<Found> faces = faces(pyramid);
        if (faces.isEmpty()) {
            // In the dark, the detector sees nobody, and "no face" would not say what to do.
            boolean dark = picture.brightness() < limits.minBrightness();
            return new FaceReading.Unusable(dark ? Hint.TOO_DARK : Hint.NO_FACE, null);
        }
        Found largest = faces.get(0);
        if (faces.size() > 1 && faces.get(1).height() > limits.maxOtherFace() * largest.height()) {
            return new FaceReading.Unusable(Hint.TWO_FACES, null);
        }
        AlignedFace aligned = aligner.align(pyramid, largest.landmarks());
        FaceMeasures measures = measures(pyramid, largest, aligned);
        Optional<Hint> complaint = limits.complaint(measures);
        return complaint
                .<FaceReading>map(hint -> new FaceReading.Unusable(hint, measures))
                .orElseGet(() -> new FaceReading.Usable(aligned, measures));
    }

    /** The aligned faces of a picture that may show several people, the largest first, good enough or not. */
    public List<AlignedFace> readAll(Picture picture) {
        Pyramid pyramid = new Pyramid(picture);
        return faces(pyramid).stream()
                .map(face -> aligner.align(pyramid, face.landmarks()))
                .toList();
    }

    /**
     * A square around the largest face of a picture, good enough or not.
     *
     * @param boxes the square's side, in heights of the face from brows to chin
     * @param side in pixels
     * @return red, green and blue of each pixel, 0 to 255, row by row; empty if there is no face
     */
    public Optional<float[]> square(Picture picture, double boxes, int side) {
        Pyramid pyramid = new Pyramid(picture);
        return faces(pyramid).stream().findFirst().map(face -> pyramid.sample(around(face.box(), boxes, side), side));
    }

    private static Similarity around(FaceBox box, double boxes, int side) {
        double length = boxes * box.height();
        double x = box.x() + (box.width() - length) / 2;
        double y = box.y() + (box.height() - length) / 2;
        return Similarity.ofSquare(x, y, length, side);
    }

    /** The largest first. A view counts only if it shows a face: hair that looks like one must not end the search. */
    private List<Found> faces(Pyramid picture) {
        for (DetectorView view : DetectorView.values()) {
            List<Found> faces = detector.detect(picture, view).stream()
                    .map(box -> new Found(box, landmarks.find(picture, box)))
                    .filter(Found::isFace)
                    .sorted(Comparator.comparingDouble(Found::height).reversed())
                    .toList();
            if (!faces.isEmpty()) {
                return faces;
            }
        }
        return List.of();
    }

    private static FaceMeasures measures(Pyramid picture, Found found, AlignedFace aligned) {
        AlignedMeasures pixels = AlignedMeasures.of(aligned);
        return new FaceMeasures(
                found.landmarks().eyeDistance(),
                found.landmarks().distanceToBorder(picture.width(), picture.height())
                        / found.box().height(),
                pixels.brightness(),
                pixels.sharpness());
    }
}
