package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each kind of application that the documents promise has a walk, and each walk has all steps. A gap is named here. */
class KindsTest {
    private static final Path DOCUMENT = Path.of("../../site/markdown/special-cases.md");

    @Test
    void each_kind_walks_each_step() {
        assertThat(steps())
                .allSatisfy((kind, steps) ->
                        assertThat(steps).as("steps of \"%s\"", kind).containsExactlyInAnyOrder(Step.values()));
    }

    @Test
    void the_documents_name_these_kinds_and_no_other() throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.contains("<a id=\"kinds\">"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| ") && !line.startsWith("| kind |"))
                .map(line -> line.split("\\|")[1].strip())
                .toList();

        assertThat(rows).containsExactlyInAnyOrderElementsOf(steps().keySet());
    }

    private static Map<String, Set<Step>> steps() {
        Map<String, Set<Step>> steps = new TreeMap<>();
        for (Class<?> type : journeys()) {
            Kind kind = type.getAnnotation(Kind.class);
            if (kind != null) {
                steps.put(kind.value(), new TreeSet<>(walked(type)));
            }
        }
        return steps;
    }

    private static List<Class<?>> journeys() {
        List<Class<?>> classes = new ArrayList<>();
        try (Stream<Path> files = Files.list(
                Path.of(KindsTest.class.getResource("KindsTest.class").toURI()).getParent())) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith("IT.class")).toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                classes.add(Class.forName(KindsTest.class.getPackageName() + "." + name));
            }
            return classes;
        } catch (IOException | URISyntaxException | ClassNotFoundException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Those of tests that would run: a superclass's count, and those that a subclass has taken its name for do not. */
    private static Set<Step> walked(Class<?> type) {
        Set<Step> steps = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        for (Class<?> one = type; one != Object.class; one = one.getSuperclass()) {
            Arrays.stream(one.getDeclaredMethods())
                    .filter(method -> seen.add(method.getName()))
                    .filter(method -> method.isAnnotationPresent(Test.class) && method.isAnnotationPresent(Walks.class))
                    .map(method -> method.getAnnotation(Walks.class).value())
                    .collect(Collectors.toCollection(() -> steps));
        }
        return steps;
    }
}
