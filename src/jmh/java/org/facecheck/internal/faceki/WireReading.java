package org.facecheck.internal.faceki;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.facecheck.internal.faceki.dialect.V2Response;
import org.facecheck.internal.faceki.http.JsonMapper;
import org.facecheck.internal.faceki.http.ResponseStatus;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Measures what an answer of the Face Match API takes, from its text to the records of the protocol. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WireReading {
    private final JsonMapper json = new JsonMapper();
    private String match = "";

    /** Reads the documented answer with a match. */
    @Setup
    public void read() throws IOException {
        try (InputStream sample = WireReading.class.getResourceAsStream("/org/facecheck/bench/match.json")) {
            match = new String(sample.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Benchmark
    public Object codes_of_a_match() {
        return json.read(match, ResponseStatus.class).orElseThrow();
    }

    @Benchmark
    public Object records_of_a_match() {
        return json.read(match, V2Response.class).orElseThrow();
    }
}
