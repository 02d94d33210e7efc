/**
 * The benchmarks: what a request costs that Facecheck lets through, beside a hand-written filter and other libraries.
 *
 * <p>{@link org.facecheck.bench.Benchmarks} runs every JMH benchmark on the class path, {@link org.facecheck.bench.PassThrough}
 * above all, and prints a table. The {@code Bench} classes are the request, response, session and application that all filters
 * see. Two benchmarks stand in {@code org.facecheck.internal}, since what they call is not public.
 */
package org.facecheck.bench;
