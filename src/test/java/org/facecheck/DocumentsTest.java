package org.facecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The documents hold together: their links and anchors exist, and so do the tests that they name. What they say of keys and of
 * the capture page's states, the tests of those rooms compare with the code.
 */
class DocumentsTest {
    private static final Path README = Path.of("README.md");
    private static final Path SITE = Path.of("src/site/markdown");
    private static final int README_LINES = 160;

    /** What a link leads to; an image is a link, too. */
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    /** In fenced blocks, brackets are code. */
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$");

    private static final Pattern TEST_NAME = Pattern.compile("`([A-Z]\\w+(?:Test|IT|Fuzz))`");
    private static final List<Path> TESTS = List.of(
            Path.of("src/test/java"),
            Path.of("webapp-example/src/test/java"),
            Path.of("webapp-example/login/test/java"),
            Path.of("src/detector/test/java"),
            Path.of("src/engine/test/java"),
            Path.of("src/engine-service/test/java"),
            Path.of("src/testkit/test/java"),
            Path.of("src/metrics/test/java"),
            Path.of("src/login/test/java"),
            Path.of("src/servers/test/java"),
            Path.of("src/frameworks/journeys/src/test/java"),
            Path.of("src/frameworks/javax/src/test/java"));

    /** A relative link of a document, with the anchor behind {@code #}, empty where there is none. */
    private record Link(Path from, String target, String anchor) {
        static Link of(Path from, String written) {
            String[] parts = written.split("#", 2);
            return new Link(from, parts[0], parts.length == 1 ? "" : parts[1]);
        }

        /** An anchor alone leads to the document itself. */
        Path file() {
            return target.isEmpty() ? from : from.resolveSibling(target).normalize();
        }
    }

    private static List<Path> sitePages() throws IOException {
        try (Stream<Path> files = Files.list(SITE)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Path> documents() throws IOException {
        Stream<Path> others = Stream.of(README, Path.of(".github/CONTRIBUTING.md"), Path.of(".github/SECURITY.md"));
        return Stream.concat(others, sitePages().stream());
    }

    private static List<Link> links(Path document) throws IOException {
        return LINK.matcher(CODE.matcher(Files.readString(document)).replaceAll(""))
                .results()
                .map(found -> found.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .map(target -> Link.of(document, target))
                .toList();
    }

    private static boolean exists(Link link) {
        try {
            // GitHub and Doxia make different anchors of a heading, so that only those count that are written out.
            return Files.exists(link.file())
                    && (link.anchor().isEmpty()
                            || Files.readString(link.file()).contains("<a id=\"" + link.anchor() + "\"></a>"));
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Test
    void the_readme_is_short() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(README_LINES);
    }

    @Test
    void each_link_between_documents_leads_to_a_file_and_an_anchor_that_exist() throws IOException {
        for (Path document : documents().toList()) {
            assertThat(links(document))
                    .allSatisfy(link -> assertThat(exists(link))
                            .as("%s, in %s", link.file() + "#" + link.anchor(), document)
                            .isTrue());
        }
    }

    /** {@code mvn site} turns links to other pages into links to what it makes of them; what is elsewhere is not on the site. */
    @Test
    void pages_of_the_site_link_to_pages_of_the_site_only() throws IOException {
        for (Path page : sitePages()) {
            assertThat(links(page))
                    .allSatisfy(link -> assertThat(link.file().getParent())
                            .as("%s, in %s", link.target(), page)
                            .isEqualTo(SITE));
        }
    }

    @Test
    void each_page_of_the_site_can_be_reached_from_the_readme() throws IOException {
        assertThat(links(README).stream().map(Link::file)).containsAll(sitePages());
    }

    @Test
    void each_test_that_a_document_names_exists() throws IOException {
        List<String> tests = names();
        for (Path document : documents().toList()) {
            assertThat(TEST_NAME.matcher(Files.readString(document)).results().map(found -> found.group(1)))
                    .as("tests in %s", document)
                    .isSubsetOf(tests);
        }
    }

    private static List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path root : TESTS) {
            try (Stream<Path> files = Files.walk(root)) {
                files.map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
                        .forEach(names::add);
            }
        }
        return names;
    }
}
