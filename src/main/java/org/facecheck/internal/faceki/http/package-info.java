/**
 * How the service is reached, whatever it is asked: requests out, {@code HttpAnswer}s back, no thread waiting.
 *
 * <ol>
 *   <li>{@code MultipartBody} puts the {@code OutgoingPicture} into a form, and {@code PicturePublisher} sends it in pieces of
 *       the array that it is in; once it is written and its token can hardly be refused any more, the picture is dropped.
 *   <li>{@code HttpExchanges} sends the request, and cancels the exchange when its result is not wanted any more.
 *       {@code LimitedBodyHandler} collects the response's text up to a limit.
 *   <li>{@code JsonMapper} reads it: first {@code ResponseStatus}, the codes, later the rest. {@code ResponseCode} and
 *       {@code JsonScalars} read single values, {@code RetryAfter} the header.
 *   <li>{@code ClientThreads} continues with the answer, and gives up what takes too long.
 * </ol>
 *
 * <p>A step that cannot go on throws {@code CheckFailedException}. This room knows neither tokens nor verdicts.
 */
@NullMarked
package org.facecheck.internal.faceki.http;

import org.jspecify.annotations.NullMarked;
