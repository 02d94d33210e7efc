package org.facecheck;

import java.util.concurrent.CompletionStage;

/**
 * Answers whose face a selfie shows. The default asks Faceki's Face Match API ({@code POST /facelink/api/face-check}, a
 * multipart form with the picture); an application replaces it with a CDI bean of this type.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class OwnMatcher implements FaceMatcher {
 *     @Override
 *     public CompletionStage<FaceMatch> match(Selfie selfie) {
 *         return client.searchAsync(selfie.bytes())
 *                 .thenApply(found -> found.map(this::record)
 *                         .<FaceMatch>map(record -> new FaceMatch.Matched(List.of(record)))
 *                         .orElseGet(FaceMatch.NotMatched::new));
 *     }
 * }
 * }</pre>
 *
 * <p><strong>Threads.</strong> One matcher is called by many threads at once, and lives as long as the application. It must
 * not block the caller, a thread of the server's: it returns at once and completes the stage later, in any thread. The request
 * waits meanwhile, and does not belong to the caller's thread: neither the request scope nor {@code java:comp} can be counted
 * on in it. What a matcher needs of these, it lets the container inject when it is made.
 *
 * <p><strong>Errors.</strong> What goes wrong belongs into the answer, as {@link FaceMatch.Trouble}. An exception, a stage
 * that completes with one or with {@code null}, and a stage that does not complete within the deadline are treated as trouble
 * too, never as a match.
 */
@FunctionalInterface
public interface FaceMatcher {

    /**
     * Starts one face check.
     *
     * @param selfie not {@code null}; not to be kept or changed once the stage is complete
     * @return a stage that completes within the deadline that the deployer configured ({@code facecheck.service.timeout}); a later
     *     answer is thrown away
     */
    CompletionStage<FaceMatch> match(Selfie selfie);

    /**
     * Starts one face check of somebody who claims to be a certain person. Called where the deployer asks for it ({@code
     * facecheck.service.person-key}). A matcher that can compare one to one does so, and answers with that person's record or
     * with none; this default leaves the claim aside, as the binding asks in any case whether it is the right person.
     *
     * @param selfie as above
     * @param claimedKey the name of the principal who is logged in, or the user name that was given for the login; never a secret
     * @return as above
     */
    default CompletionStage<FaceMatch> match(Selfie selfie, String claimedKey) {
        return match(selfie);
    }
}
