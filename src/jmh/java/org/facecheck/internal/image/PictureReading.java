package org.facecheck.internal.image;

import java.util.concurrent.TimeUnit;
import org.facecheck.bench.Picture;
import org.facecheck.internal.image.parser.ImageInfo;
import org.facecheck.internal.image.parser.UnusableImageException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Measures what a picture takes that is parsed from its first byte to its last. Nothing is decoded. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PictureReading {
    private final byte[] picture = Picture.jpeg(100_000);

    @Benchmark
    public Object structure_of_100_kB() throws UnusableImageException {
        return ImageInfo.of(picture);
    }
}
