/**
 * Face matching on the premises: an application's own {@link org.facecheck.FaceMatcher}, in plain Java, on published weights that
 * the operator fetches. No picture leaves the application. This package and {@code gallery} are what an application uses:
 *
 * <pre>{@code
 * FaceEngine engine = FaceEngine.open(Path.of("/etc/facecheck/vladmandic-face-api-1.7.15.tgz"));
 * Gallery gallery = new Gallery(MatchPolicy.standard());
 * new PersonEnroller(engine, gallery).enrol(new Person("agross", record, List.of(portrait)));
 * EngineFaceMatcher matcher = new EngineFaceMatcher(engine, gallery);
 * }</pre>
 *
 * The way of a picture, with the room that each step is in:
 *
 * <ol>
 *   <li>{@code PictureReader} decodes it ({@code picture}).
 *   <li>{@code FaceReader} finds its one face, and says what is wrong with it if something is ({@code quality}, {@code face}).
 *   <li>{@code FaceEmbedder} makes a template of it ({@code face}), with the networks of {@code model}, whose layers are in {@code
 *       network} and whose numbers come from {@code weights}.
 *   <li>{@code Gallery} compares the template with those on file ({@code gallery}).
 *   <li>{@link org.facecheck.engine.EngineFaceMatcher} makes a {@link org.facecheck.FaceMatch} of what came of it.
 * </ol>
 *
 * Aside lies {@code store}, which keeps a gallery's people in a database.
 *
 * <p>What it is not: certified, a proof of liveness, or equally good for all people. {@code engine.md} says what was measured.
 */
@NullMarked
package org.facecheck.engine;

import org.jspecify.annotations.NullMarked;
