/**
 * The load programme: what many people at once, and many slow senders, do to a server with Facecheck in it.
 *
 * <p>{@link org.facecheck.load.Load} reads its {@code Options}, starts the servers of {@link org.facecheck.load.server} and
 * the clients of {@link org.facecheck.load.client}, and runs {@code Throughput}, {@code MemoryPerCheck}, {@code SlowSenders}
 * and {@code Deployments}. Each gives {@code Report} a {@code Figure}; one that can't be right ends the run with an {@code
 * ImplausibleFigureException}.
 */
package org.facecheck.load;
