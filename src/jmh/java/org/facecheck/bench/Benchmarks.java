package org.facecheck.bench;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs every benchmark, prints a table with ratios to the hand-written filter, and writes JSON. */
public final class Benchmarks {
    private Benchmarks() {}

    /** With {@code full}, some minutes; otherwise each benchmark for a moment, so that an ordinary build finds a broken one. */
    public static void main(String... arguments) throws RunnerException, IOException {
        boolean full = arguments.length > 0 && arguments[0].equals("full");
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("org\\.facecheck\\..*")
                .shouldFailOnError(true)
                .verbosity(full ? VerboseMode.NORMAL : VerboseMode.SILENT)
                .addProfiler(GCProfiler.class)
                .resultFormat(ResultFormatType.JSON)
                .result(Results.file(full ? "benchmarks.json" : "smoke.json").toString())
                .jvmArgs("-Xms1g", "-Xmx1g"); // one size, so that the heap does not grow while it is measured
        if (full) {
            // Two JVMs, since the compiler does not lay out the same code in the same way each time.
            options.forks(2).warmupIterations(4).warmupTime(TimeValue.seconds(1));
            options.measurementIterations(5).measurementTime(TimeValue.seconds(1));
        } else {
            options.forks(0).warmupIterations(0).measurementIterations(1).measurementTime(TimeValue.milliseconds(20));
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        print(results.stream()
                .sorted(Comparator.comparing(result -> result.getParams().getBenchmark()))
                .toList());
    }

    /** The table; the floor is what the hand-written filter takes. */
    private static void print(List<RunResult> results) {
        double floor = results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("a_hand_written"))
                .mapToDouble(result -> result.getPrimaryResult().getScore())
                .findFirst()
                .orElse(Double.NaN);
        System.out.println("On " + Results.machine());
        System.out.printf("%-52s %10s %8s %8s %9s%n", "", "ns", "±", "× floor", "bytes");
        for (RunResult result : results) {
            Result<?> time = result.getPrimaryResult();
            Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
            System.out.printf(
                    "%-52s %10.1f %8.1f %8.2f %9.0f%n",
                    result.getParams().getBenchmark().replaceFirst("org\\.facecheck\\.", ""),
                    time.getScore(),
                    time.getScoreError(),
                    time.getScore() / floor,
                    bytes == null ? Double.NaN : bytes.getScore());
        }
    }
}
