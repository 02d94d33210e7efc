package org.facecheck.engine.weights;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The npm package that the build fetched: weights, the library that they were published with, and photographs of groups of people.
 * Where it could not be fetched, the tests that need it are skipped, and say so.
 */
public final class FetchedPackage {
    private static final String SHA_256 = "0d77fffeef362ef9c0939cf6c567f3a2e8e177f114fa257a3270cbd2e509b031";
    private static final int MAX_ENTRY = 16 << 20;

    private FetchedPackage() {}

    /** The archive, as npm wrote it; the running test is skipped if there is none. */
    public static Path archive() {
        Path file = Path.of(System.getProperty("weights.file", "no-weights"));
        assumeTrue(
                Files.exists(file),
                "SKIPPED: npm is missing or reaches no registry, so that there are no weights at " + file);
        return file;
    }

    /** One of its files, by its path in the archive. The whole archive is verified before: its script will be run. */
    public static byte[] file(String name) throws IOException {
        Path archive = archive();
        verify(archive);
        try (InputStream unzipped = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            TarReader tar = new TarReader(unzipped, MAX_ENTRY);
            for (Optional<String> entry = tar.next(); entry.isPresent(); entry = tar.next()) {
                if (entry.get().equals("package/" + name)) {
                    return tar.content();
                }
                tar.skip();
            }
        }
        throw new IOException("the package has no " + name);
    }

    private static void verify(Path archive) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive));
            if (!HexFormat.of().formatHex(digest).equals(SHA_256)) {
                throw new IOException("npm gave another package than the one that was looked at");
            }
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
