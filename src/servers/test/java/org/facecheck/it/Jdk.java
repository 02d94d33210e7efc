package org.facecheck.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A JDK on this machine, which a server runs in. */
record Jdk(Path home) {
    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    /** The one that runs this, if it is of that version; else what JAVA25_HOME (or 17 …) names; else one where Linux has them. */
    static Optional<Jdk> of(int version) {
        String named = System.getenv("JAVA" + version + "_HOME");
        if (Runtime.version().feature() == version) {
            return Optional.of(new Jdk(Path.of(System.getProperty("java.home"))));
        }
        return named != null ? Optional.of(new Jdk(Path.of(named))) : installed(version);
    }

    private static Optional<Jdk> installed(int version) {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(INSTALLED)) {
            return homes.filter(home -> isOf(home, version))
                    .sorted()
                    .map(Jdk::new)
                    .findFirst();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isOf(Path home, int version) {
        try {
            Path release = home.resolve("release");
            return Files.exists(release)
                    && Files.readString(release).matches("(?s).*JAVA_VERSION=\"" + version + "[.\"].*");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String java() {
        return home.resolve("bin/java").toString();
    }
}
