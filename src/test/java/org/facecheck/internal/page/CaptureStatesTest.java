package org.facecheck.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents' table of the capture page's states: each names a test that there is, and a picture that is taken. */
class CaptureStatesTest {
    private static final Path TESTS = Path.of("webapp-example/src/test/java/org/facecheck/example/it");

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What a column names in code marks, without the dots of a name cut short. */
    private static List<String> named(int column) {
        return read(Path.of("src/site/markdown/capture-page.md"))
                .replaceFirst("(?s).*\\| state \\|[^\n]*\n[^\n]*\n", "")
                .lines()
                .takeWhile(line -> line.startsWith("|"))
                .map(row -> row.split("\\|")[column])
                .flatMap(cell -> Pattern.compile("`([^`…]+)…?`").matcher(cell).results())
                .map(name -> name.group(1))
                .toList();
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.list(TESTS)) {
            return files.map(CaptureStatesTest::read).collect(Collectors.joining());
        }
    }

    @Test
    void each_has_a_test() throws IOException {
        String sources = sources();

        assertThat(named(4))
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(sources).containsPattern("(void|class) \\Q" + name + "\\E"));
    }

    @Test
    void each_picture_is_taken() throws IOException {
        String sources = sources();

        assertThat(named(5))
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(sources).containsPattern("\"(capture/)?" + name + "(-\\w\\w)?\""));
    }
}
