package org.facecheck.engine.face;

import org.facecheck.engine.model.EmbeddingNetwork;
import org.facecheck.engine.picture.Pyramid;
import org.facecheck.engine.picture.Similarity;

/**
 * Cuts faces out as dlib did when the embedding network was trained: the corners of the eyes and the foot of the nose are brought
 * as near as possible to five fixed points, with a quarter of the face's size as padding around. Stateless.
 */
public final class FaceAligner {
    /** The points that are aligned: outer and inner corner of the right eye, of the left one, foot of the nose. */
    private static final int[] POINTS = {45, 42, 36, 39, 33};
    /** Where dlib wants them, as fractions of the face (dlib, get_face_chip_details, five points). */
    private static final double[][] TEMPLATE = {
        {0.8595674595992, 0.2134981538014},
        {0.6460604764104, 0.2289674387677},
        {0.1205750620789, 0.2137274526848},
        {0.3340850613712, 0.2290642403242},
        {0.4901123135679, 0.6277975316475}
    };

    private static final double PADDING = 0.25;

    private final double[][] template = new double[POINTS.length][];

    /** An aligner for the embedding network. */
    public FaceAligner() {
        double pixels = EmbeddingNetwork.SIDE / (1 + 2 * PADDING);
        for (int i = 0; i < template.length; i++) {
            template[i] = new double[] {(TEMPLATE[i][0] + PADDING) * pixels, (TEMPLATE[i][1] + PADDING) * pixels};
        }
    }

    /** Cuts out the face with these landmarks. */
    public AlignedFace align(Pyramid picture, Landmarks landmarks) {
        double[][] found = new double[POINTS.length][];
        for (int i = 0; i < found.length; i++) {
            found[i] = new double[] {landmarks.x(POINTS[i]), landmarks.y(POINTS[i])};
        }
        Similarity place = Similarity.fitting(template, found);
        return new AlignedFace(picture.sample(place, EmbeddingNetwork.SIDE), place.scale());
    }
}
