package org.facecheck.engine.weights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes archives as npm does, with whatever a test wants in them. */
final class TarBuilder {
    private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

    TarBuilder entry(String name, byte[] content) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 124, "%011o".formatted(content.length));
        put(header, 257, "ustar");
        tar.writeBytes(header);
        tar.writeBytes(content);
        tar.writeBytes(new byte[(512 - content.length % 512) % 512]);
        return this;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    byte[] bytes() {
        return tar.toByteArray();
    }

    Path zipped(Path file) throws IOException {
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(tar.toByteArray());
            out.write(new byte[1024]);
        }
        return file;
    }
}
