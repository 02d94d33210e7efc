package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

class JarIT {
    private static final Path JAR = Path.of(System.getProperty("facecheck.jar"));

    @Test
    void it_is_small() throws IOException {
        assertThat(Files.size(JAR)).isLessThanOrEqualTo(400_000);
    }

    @Test
    void it_brings_nothing_along() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(JarEntry::getName))
                    .filteredOn(name -> name.endsWith(".class") || name.endsWith(".jar"))
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith("org/facecheck/"));
        }
    }
}
