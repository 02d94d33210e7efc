/**
 * What operators' tools read of a running application: how many checks with which outcome, what is refused and why, how the way to
 * the service is. No figure is of one person, and none is taken on the way of a request that has its pass.
 *
 * <ol>
 *   <li>{@code Counters} is told of each outcome by the room {@code audit}, after it was recorded, and of each reached {@code Limit}
 *       by the room {@code capture}; it keeps a {@code Tally} for each and the {@code AnswerTimes} of five minutes.
 *   <li>{@code SessionsWithPass} is told by the room {@code session}; {@code ServiceStatus} is asked of Faceki's client.
 *   <li>{@code ApplicationFigures} puts them together as the {@code FaceCheckMXBean}; {@code FiguresRegistration} has it in
 *       the server's JMX while the application runs.
 * </ol>
 *
 * <p>The room knows none of those that tell it.
 */
@NullMarked
package org.facecheck.internal.figures;

import org.jspecify.annotations.NullMarked;
