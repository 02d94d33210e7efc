/**
 * The default {@link org.facecheck.FaceMatcher}: asks Faceki's Face Match API whose face a selfie shows.
 *
 * <p>One face check, in the order in which it happens:
 *
 * <ol>
 *   <li>{@code FacekiClient} lets it in, unless too many are in flight or the {@code ServiceCircuit} is open, and sets its
 *       deadline.
 *   <li>{@code AccessTokenCache} (room {@code token}) has a token at hand, or asks for one.
 *   <li>{@code FaceCheckCall} sends the picture with that token. What comes back is a {@code CheckAttempt}, which says whether
 *       the check is repeated: only with a new token, and only once. No check that may have been made is sent again, since
 *       checks cost money.
 *   <li>{@code HttpExchanges} (room {@code http}) carries both calls, and makes an {@code HttpAnswer} of the response.
 *   <li>{@code AnswerReader} looks at the answer's status and code. What the codes mean, and whose face it is according to a
 *       successful answer, the {@code FaceCheckDialect} knows (room {@code dialect}).
 * </ol>
 *
 * <p>No thread waits: each step is continued by the thread of {@code ClientThreads} that brings its result. What ends a check
 * early is thrown as {@code CheckFailedException} and becomes {@link org.facecheck.FaceMatch.Trouble} at the end.
 *
 * <p><b>Where the facts come from.</b> Paths, parts, codes and the V2 success answer are documented with the API; the token
 * call with the credentials in its query is how the vendor's own clients do it; what V2 says when there is no match, which
 * status goes with which code, and that in V3 a result is a match, are inferred. Hence the tolerance in reading: unknown
 * fields, nulls and missing arrays are fine, and a code may be a number or a numeric string under any of three names. There is
 * none in judging: only an answer that says yes in every place where it could say no is a match.
 *
 * <p><b>What never leaves this room:</b> the secret, the token, a URL that holds them, the picture, and the text of an
 * answer. They are in no log, no text form and no exception; a detail for the operator is made of fixed words, a status
 * and a code.
 */
@NullMarked
package org.facecheck.internal.faceki;

import org.jspecify.annotations.NullMarked;
