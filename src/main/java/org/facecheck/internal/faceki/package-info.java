/**
 * The default {@link org.facecheck.FaceMatcher}: asks Faceki's Face Match API whose face a selfie shows.
 *
 * <p>One face check, in the order in which it happens:
 *
 * <ol>
 *   <li>{@link org.facecheck.internal.faceki.FacekiClient} lets it in, unless too many are in flight or the {@code ServiceCircuit} is open,
 *       and sets its deadline.
 *   <li>{@code AccessTokenCache} has a token at hand, or asks for one, however many checks wait for it ({@code TokenRequester}).
 *   <li>{@code FaceCheckCall} sends the picture ({@code MultipartBody}) with that token, and once more with a new one should
 *       the service refuse it. A picture is held until it has been written, and a moment more ({@code OutgoingPicture}). No
 *       check that may have arrived is sent again otherwise: checks cost money.
 *   <li>{@code HttpExchanges} carries both calls; it reads no more than {@code LimitedBodyHandler} allows, and cancels what nobody
 *       waits for any longer. What comes back is an {@code HttpAnswer}: a status, a text, and the codes found in it.
 *   <li>{@code ResponseCodes} knows what each code means, and the {@code FaceCheckDialect} of the configured dialect
 *       ({@code V2Dialect}, {@code V3Dialect}) reads a verdict out of a successful answer.
 * </ol>
 *
 * <p>Nobody waits for anything: each step is continued by whatever thread of {@code ClientThreads} brings its result. What
 * ends a check early is thrown as {@code CheckFailedException} and becomes {@link org.facecheck.FaceMatch.Trouble} at the end.
 *
 * <p><b>Where the facts come from.</b> Paths, parts and the V2 success answer are documented; the token call with the
 * credentials in its query is how the vendor's own clients do it; what V2 says when there is no match, which status goes
 * with which code, and that in V3 a result is a match, are inferred. Hence the tolerance in reading: unknown fields,
 * nulls and missing arrays are fine, and a code may be a number or a numeric string under any of three names. There is
 * none in judging: only an answer that says yes in every place where it could say no is a match.
 *
 * <p><b>What never leaves this room:</b> the secret, the token, a URL that holds them, the picture, and the text of an
 * answer. They are in no log, no text form and no exception; a detail for the operator is made of fixed words, a status
 * and a code.
 */
@NullMarked
package org.facecheck.internal.faceki;

import org.jspecify.annotations.NullMarked;
