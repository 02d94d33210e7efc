package org.facecheck.example.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The command of the README that runs the example, as a process of its own. It ends with the test.
 *
 * @param output what it says, both streams
 */
record RunCommand(Process process, Path output) implements AutoCloseable {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final long PATIENCE_SECONDS = 240;

    /** @param settings further properties, as {@code -Dport=8181} */
    static RunCommand with(String... settings) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("os.name").equals("Linux")) {
            // A shell that starts this build in the background makes all of it deaf to Ctrl-C.
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.addAll(List.of(
                ROOT.resolve(File.separatorChar == '/' ? "mvnw" : "mvnw.cmd").toString(),
                "-B",
                "-o",
                "-ntp",
                "-f",
                "webapp-example/reactor.xml",
                "-Prun",
                "-Dmaven.repo.local=" + System.getProperty("local.repository")));
        command.addAll(List.of(settings));
        try {
            Path output = Files.createTempFile(Files.createDirectories(Path.of("target")), "run", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().remove("JBOSS_HOME"); // the tests' own server
            return new RunCommand(builder.start(), output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A port that nobody listens at now. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    List<String> lines() {
        try {
            return Files.readAllLines(output, UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The line with these words, as soon as it is said. */
    String says(String words) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            boolean over = !process.isAlive();
            for (String line : lines()) {
                if (line.contains(words)) {
                    return line;
                }
            }
            if (over) {
                break;
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("It never said \"" + words + "\": " + String.join("\n", lines()));
    }

    /** Its exit code, when it has come to an end. */
    int ends() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("It goes on: " + String.join("\n", lines()));
        }
        return process.exitValue();
    }

    /** The server that it has started. */
    ProcessHandle server() {
        return process.descendants()
                .filter(one -> one.info().commandLine().orElse("").contains("jboss-modules.jar"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No server among "
                        + process.descendants().map(ProcessHandle::info).toList()));
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
