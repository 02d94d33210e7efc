package org.facecheck.engine.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.facecheck.engine.model.DetectorNetwork;
import org.facecheck.engine.picture.Pyramid;
import org.facecheck.engine.picture.Similarity;

/** Looks for faces in a picture. Immutable and thread-safe. */
public final class FaceDetector {
    /** Below this, walls and curtains are faces, too. */
    private static final double THRESHOLD = 0.4;
    /** Two boxes that overlap by more are one face. */
    private static final double MAX_OVERLAP = 0.4;
    /** A box that lies in another one by more is a part of that face. */
    private static final double MAX_COVER = 0.7;
    /** Each face costs time, and a wallpaper of faces is no selfie. */
    private static final int MAX_FACES = 12;

    private final DetectorNetwork network;

    /** A detector with this network. */
    public FaceDetector(DetectorNetwork network) {
        this.network = network;
    }

    /**
     * The faces of a picture.
     *
     * @param view how the network looks at it
     * @return at most twelve, the surest first; empty if there are none
     */
    public List<FaceBox> detect(Pyramid picture, DetectorView view) {
        Similarity place = view.place(picture.width(), picture.height());
        List<FaceBox> boxes = network.candidates(picture.sample(place, view.side()), view.side(), THRESHOLD).stream()
                .map(candidate -> new FaceBox(
                        place.x(candidate.x(), candidate.y()),
                        place.y(candidate.x(), candidate.y()),
                        candidate.width() * place.scale(),
                        candidate.height() * place.scale(),
                        candidate.score()))
                .sorted(Comparator.comparingDouble(FaceBox::score).reversed())
                .toList();
        List<FaceBox> faces = new ArrayList<>();
        for (FaceBox box : boxes) {
            if (faces.size() < MAX_FACES && faces.stream().noneMatch(face -> isSame(face, box))) {
                faces.add(box);
            }
        }
        return List.copyOf(faces);
    }

    private static boolean isSame(FaceBox one, FaceBox other) {
        return one.overlap(other) > MAX_OVERLAP || one.cover(other) > MAX_COVER;
    }
}
