package org.facecheck.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the server has logged since. */
record ServerLog(Path file, long start) {

    static ServerLog fromNow() {
        Path file = Path.of(System.getProperty("server.log"));
        try {
            return new ServerLog(file, Files.size(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String text() {
        try {
            byte[] all = Files.readAllBytes(file);
            // Payara begins a new file after two megabytes.
            int from = all.length < start ? 0 : (int) start;
            return new String(all, from, all.length - from, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
