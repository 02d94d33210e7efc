package org.facecheck;

import java.util.concurrent.CompletionStage;

/**
 * Answers whose face a selfie shows. The default asks Faceki's Face Match API; an application replaces it with a CDI
 * bean of this type.
 *
 * <p>An implementation is called by many threads at once and must not block the caller: it returns at once and completes
 * the stage later. Whatever goes wrong belongs into the answer as {@link FaceMatch.Trouble}; a stage that completes
 * exceptionally, or with {@code null}, is treated as trouble too and never as a match.
 */
@FunctionalInterface
public interface FaceMatcher {

    /** Starts one face check; the stage completes within the deadline that the deployer configured. */
    CompletionStage<FaceMatch> match(Selfie selfie);
}
