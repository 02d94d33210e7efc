package org.facecheck.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
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
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(15);

    private final ProcessBuilder command;
    private final Process process;
    private final Path log;
    private final URI address;
    private final List<String> applications;

    private Node(ProcessBuilder command, Path log, URI address, List<String> applications) {
        this.command = command;
        this.log = log;
        this.address = address;
        this.applications = applications;
        try {
            process = command.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /**
     * A process that has begun to start.
     *
     * @param applications the names of those that are deployed there
     * @param environment variables that the process has besides those of this one
     */
    static Node start(
            List<String> command,
            Path directory,
            URI address,
            List<String> applications,
            Map<String, String> environment) {
        Path log = directory.resolve("console.log");
        try {
            Files.deleteIfExists(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        ProcessBuilder process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        process.environment().putAll(environment);
        return new Node(process, log, address, applications);
    }

    /** A browser for the application of this name. */
    Browser browser(String application) {
        return new Browser(address.resolve("/" + application + "/"));
    }

    /** A browser for the application at this path of one of the names of this machine, which may be a host of its own. */
    Browser browser(String host, String path) {
        return new Browser(URI.create("http://" + host + ":" + address.getPort() + path));
    }

    /** Waits until the application shows its capture page. */
    void awaitApplication(String application) {
        awaitCapturePage(browser(application));
    }

    /** Waits until the capture page is there. */
    void awaitCapturePage(Browser browser) {
        await(browser.path("facecheck"), () -> {
            try {
                return browser.open("facecheck").status() == 200;
            } catch (UncheckedIOException notYet) {
                return false;
            }
        });
    }

    /** Waits until each of its applications does. */
    void awaitApplications() {
        applications.forEach(this::awaitApplication);
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

    /** Ends it in good order, as an operator does, and starts it anew at the same address. */
    Node restart() {
        // The server itself, not the script or the command that has started it: each of them would leave it behind.
        process.descendants().forEach(ProcessHandle::destroy);
        process.onExit().join();
        return new Node(command, log, address, applications);
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
