/**
 * From a picture to the templates of its faces:
 *
 * <ol>
 *   <li>{@link org.facecheck.engine.face.FaceDetector} looks for faces, in one {@link
 *       org.facecheck.engine.face.DetectorView} after the other, and gives a {@link org.facecheck.engine.face.FaceBox} for each.
 *   <li>{@link org.facecheck.engine.face.LandmarkFinder} finds the {@link org.facecheck.engine.face.Landmarks} in a box.
 *   <li>{@link org.facecheck.engine.face.FaceAligner} cuts the face out as dlib does, so that eyes and nose always lie at the same
 *       places: an {@link org.facecheck.engine.face.AlignedFace}.
 *   <li>{@link org.facecheck.engine.face.FaceEmbedder} makes the {@link org.facecheck.engine.face.FaceTemplate} of it, which is
 *       all that is ever compared.
 * </ol>
 *
 * Whether the face can be used at all is asked in the room {@code quality}.
 */
@NullMarked
package org.facecheck.engine.face;

import org.jspecify.annotations.NullMarked;
