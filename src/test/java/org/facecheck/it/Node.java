package org.facecheck.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** A server in a process of its own, on this machine only. It goes down with the tests, however they end. */
final class Node {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final Process process;
    private final Path log;
    private final URI address;

    private Node(Process process, Path log, URI address) {
        this.process = process;
        this.log = log;
        this.address = address;
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** @param environment variables that the process has besides those of this one */
    static Node start(List<String> command, Path directory, URI address, Map<String, String> environment) {
        Path log = directory.resolve("console.log");
        try {
            ProcessBuilder process =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            process.environment().putAll(environment);
            return new Node(process.start(), log, address);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A browser for the application of this name. */
    Browser browser(String application) {
        return new Browser(address.resolve("/" + application + "/"));
    }

    /** Waits until the application shows its capture page. */
    void awaitApplication(String application) {
        await(application, () -> {
            try {
                return browser(application).open("facecheck").status() == 200;
            } catch (UncheckedIOException notYet) {
                return false;
            }
        });
    }

    /** Waits until the server has logged this. */
    void awaitLog(Pattern line) {
        await("\"" + line + "\"", () -> line.matcher(log()).find());
    }

    /** As a power failure does. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    private void await(String what, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() - start > PATIENCE_NANOS) {
                throw new AssertionError("no " + what + ", see " + log);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    /** All that the server has logged so far. */
    String log() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
