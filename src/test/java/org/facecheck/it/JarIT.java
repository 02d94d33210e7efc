package org.facecheck.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

class JarIT {
    private static final Path JAR = Path.of(System.getProperty("facecheck.jar"));
    private static final String SHADED = "org.facecheck.shaded.";
    /** Implements an interface that these servers do not have. They never load it: WrongServerIT deploys it where it is loaded. */
    private static final String FOR_THE_OTHER_SERVERS = "org.facecheck.internal.bootstrap.WrongServerInitializer";

    private static String text(JarFile jar, String name, Charset charset) {
        try {
            return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), charset);
        } catch (IOException broken) {
            throw new AssertionError(name, broken);
        }
    }

    @Test
    void it_is_small() throws IOException {
        assertThat(Files.size(JAR)).isLessThanOrEqualTo(755_000);
    }

    @Test
    void it_sends_browsers_no_comments() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(List.of("capture.js", "stepup.js", "capture.css"))
                    .allSatisfy(name -> assertThat(text(jar, "org/facecheck/internal/page/" + name, UTF_8)
                                    .lines())
                            .hasSizeGreaterThan(20)
                            .noneMatch(line -> line.strip().startsWith("//")
                                    || line.strip().startsWith("/*")
                                    || line.strip().startsWith("* ")));
        }
    }

    @Test
    void it_brings_nothing_along_but_a_circuit_breaker_under_a_name_of_our_own() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(JarEntry::getName))
                    .filteredOn(name -> name.endsWith(".class") || name.endsWith(".jar"))
                    .anyMatch(name -> name.equals("org/facecheck/shaded/failsafe/CircuitBreaker.class"))
                    .allMatch(name -> name.startsWith("org/facecheck/"))
                    .allSatisfy(name -> assertThat(text(jar, name, ISO_8859_1))
                            .as(name)
                            .doesNotContain("dev/failsafe", "dev.failsafe"));
        }
    }

    @Test
    void it_says_whose_the_circuit_breaker_is_and_which() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(text(jar, "META-INF/LICENSE", UTF_8)).contains("Apache License");
            String version = text(jar, "META-INF/maven/dev.failsafe/failsafe/pom.properties", UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("version="))
                    .findFirst()
                    .orElseThrow()
                    .replace("version=", "");
            assertThat(text(jar, "META-INF/NOTICE", UTF_8)).contains("Failsafe " + version);
        }
    }

    @Test
    void its_pom_pulls_in_nothing() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"))
                .replaceAll("(?s)<dependencyManagement>.*</dependencyManagement>|<build>.*", "");
        assertThat(Pattern.compile("(?s)<dependency>.*?</dependency>")
                        .matcher(pom)
                        .results()
                        .map(dependency -> dependency.group()))
                .isNotEmpty()
                .allMatch(dependency -> dependency.matches("(?s).*<(scope>provided|scope>test|optional>true)<.*"));
    }

    /** Read as a stream, each file is compared with its checksum. */
    @Test
    void each_file_in_it_is_whole() throws IOException {
        int files = 0;
        try (ZipInputStream jar = new ZipInputStream(Files.newInputStream(JAR))) {
            while (jar.getNextEntry() != null) {
                jar.readAllBytes();
                files++;
            }
        }

        assertThat(files).isGreaterThan(200);
    }

    /**
     * A class is verified when it is linked (JVMS §5.4.1), and asked for its methods, it is linked. Of ours, each type that a
     * method names must be there as well, since containers ask for them.
     */
    @Test
    void each_class_of_ours_in_it_passes_the_verifier() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile());
                URLClassLoader withTheApis = withTheApis()) {
            assertThat(classes(jar))
                    .filteredOn(name -> !name.startsWith(SHADED) && !name.equals(FOR_THE_OTHER_SERVERS))
                    .hasSizeGreaterThan(150)
                    .allSatisfy(name -> assertThatCode(() ->
                                    Class.forName(name, false, withTheApis).getDeclaredMethods())
                            .doesNotThrowAnyException());
        }
    }

    /** Of the library, methods that are never called name types that are left out: its classes are linked by initializing them. */
    @Test
    void each_class_of_the_circuit_breaker_in_it_passes_the_verifier() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile());
                URLClassLoader withTheApis = withTheApis()) {
            assertThat(classes(jar))
                    .filteredOn(name -> name.startsWith(SHADED))
                    .hasSizeBetween(20, 60)
                    .allSatisfy(name -> assertThatCode(() -> Class.forName(name, true, withTheApis))
                            .doesNotThrowAnyException());
        }
    }

    private static List<String> classes(JarFile jar) {
        return jar.stream()
                .map(JarEntry::getName)
                .filter(name -> name.endsWith(".class"))
                .map(name -> name.replace(".class", "").replace('/', '.'))
                .toList();
    }

    private static URLClassLoader withTheApis() throws IOException {
        return new URLClassLoader(
                new URL[] {JAR.toUri().toURL(), location(Servlet.class), location(ConfigProvider.class)},
                ClassLoader.getPlatformClassLoader());
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /** Alone with the JDK: whatever was left out of the library would be missed. */
    @Test
    void the_circuit_breaker_in_it_is_whole() throws Exception {
        try (URLClassLoader alone =
                new URLClassLoader(new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Object failure = failure(alone);
            Object answer = alone.loadClass("org.facecheck.FaceMatch$NotMatched")
                    .getConstructor()
                    .newInstance();
            for (int failures : new int[] {1, 5, 1000}) {
                Circuit circuit = new Circuit(alone, failures);
                for (int i = 0; i < failures; i++) {
                    assertThat(circuit.ask("tryAcquire")).isEqualTo(true);
                    circuit.record(failure);
                }
                assertThat(circuit.ask("refusal").toString()).contains("circuit open");

                circuit.waitForTrial();
                assertThat(circuit.ask("tryAcquire")).isEqualTo(false);
                circuit.record(failure);
                circuit.waitForTrial();
                circuit.record(answer);
                assertThat(circuit.ask("tryAcquire")).isEqualTo(true);
                assertThat(circuit.ask("tryAcquire")).isEqualTo(true);
            }
        }
    }

    private static Object failure(ClassLoader alone) throws ReflectiveOperationException {
        Class<?> causes = alone.loadClass("org.facecheck.FaceMatch$Cause");
        return alone.loadClass("org.facecheck.FaceMatch$Trouble")
                .getConstructor(causes, String.class)
                .newInstance(causes.getField("TIMEOUT").get(null), "");
    }

    /** The jar's own, with a delay of a millisecond. */
    private static final class Circuit {
        private final Class<?> type;
        private final Object circuit;
        private final Method record;

        Circuit(ClassLoader alone, int failures) throws ReflectiveOperationException {
            type = alone.loadClass("org.facecheck.internal.faceki.ServiceCircuit");
            Constructor<?> constructor = type.getDeclaredConstructor(int.class, Duration.class, Clock.class);
            constructor.setAccessible(true);
            circuit = constructor.newInstance(failures, Duration.ofMillis(1), Clock.systemUTC());
            record = type.getDeclaredMethod("record", alone.loadClass("org.facecheck.FaceMatch"));
            record.setAccessible(true);
        }

        Object ask(String method) throws ReflectiveOperationException {
            Method question = type.getDeclaredMethod(method);
            question.setAccessible(true);
            return question.invoke(circuit);
        }

        void record(Object match) throws ReflectiveOperationException {
            record.invoke(circuit, match);
        }

        void waitForTrial() throws ReflectiveOperationException {
            while (!ask("tryAcquire").equals(true)) {
                Thread.onSpinWait();
            }
        }
    }
}
