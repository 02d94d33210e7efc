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
    private static final String LIVENESS_SHA_256 = "425e9c51dbbca0c8934362b170cb0d54c2529c11c654b3c03092b16e9d6ad3f7";
    private static final int MAX_ENTRY = 16 << 20;

    private FetchedPackage() {}

    /** The archive, as npm wrote it; the running test is skipped if there is none. */
    public static Path archive() {
        return fetched("weights.file");
    }

    /** The archive with the network of the check of liveness; the running test is skipped if there is none. */
    public static Path livenessArchive() {
        return fetched("liveness.file");
    }

    /** Whether there is one. */
    public static boolean hasLiveness() {
        return Files.exists(named("liveness.file"));
    }

    private static Path named(String property) {
        return Path.of(System.getProperty(property, "no-weights"));
    }

    private static Path fetched(String property) {
        Path file = named(property);
        assumeTrue(
                Files.exists(file),
                "SKIPPED: npm is missing or reaches no registry, so that there are no weights at " + file);
        return file;
    }

    /** One of its files, by its path in the archive. The whole archive is verified before: its script will be run. */
    public static byte[] file(String name) throws IOException {
        return file(archive(), SHA_256, name);
    }

    /** The same of the archive for liveness. */
    public static byte[] livenessFile(String name) throws IOException {
        return file(livenessArchive(), LIVENESS_SHA_256, name);
    }

    private static byte[] file(Path archive, String sha256, String name) throws IOException {
        verify(archive, sha256);
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

    private static void verify(Path archive, String sha256) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive));
            if (!HexFormat.of().formatHex(digest).equals(sha256)) {
                throw new IOException("npm gave another package than the one that was looked at");
            }
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
