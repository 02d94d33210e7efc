package org.facecheck.capture;

import java.util.concurrent.TimeUnit;
import org.facecheck.bench.Picture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A picture's structure, walked to where it says its dimensions. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PictureReading {
    private final byte[] picture = Picture.jpeg(100_000);

    @Benchmark
    public Object header_of_100_kB() {
        return PictureHeader.read(picture).orElseThrow();
    }
}
