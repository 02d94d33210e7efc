package org.facecheck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the figures are written to, and what they were taken on. */
public final class Results {
    private Results() {}

    /** A file in the directory that the build names. */
    public static Path file(String name) throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("results", "results")))
                .resolve(name);
    }

    /** What the figures were taken on. */
    public static String machine() {
        return "%d cores, heap up to %d MiB, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory() >> 20,
                        Runtime.version());
    }
}
