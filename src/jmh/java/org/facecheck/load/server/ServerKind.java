package org.facecheck.load.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.facecheck.bench.Results;

/** The servers that are measured. */
public enum ServerKind {
    /** Undertow alone, from this programme's own class path. */
    UNDERTOW {
        @Override
        public Server start(Map<String, String> settings, String... jvmOptions) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP));
            command.addAll(Arrays.asList(jvmOptions));
            command.addAll(
                    List.of("-classpath", System.getProperty("java.class.path"), EmbeddedServer.class.getName()));
            settings.forEach((key, value) -> command.add(key + "=" + value));
            return Server.undertow(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD));
        }
    },

    /** WildFly, as it is downloaded, from the directory that the system property {@code wildfly.home} names. */
    WILDFLY {
        @Override
        public Server start(Map<String, String> settings, String... jvmOptions) throws IOException {
            Path home = home();
            Path base = Results.file("wildfly");
            prepare(home, base);
            WarFile.withFacecheck(
                    Files.createDirectories(base.resolve("deployments")).resolve("load.war"), settings);
            ProcessBuilder command = new ProcessBuilder(
                    "sh",
                    "-c",
                    ENDS_WITH_STANDARD_INPUT,
                    "sh",
                    home.resolve("bin/standalone.sh").toString(),
                    "-Djboss.server.base.dir=" + base,
                    "-Djboss.socket.binding.port-offset=" + PORT_OFFSET,
                    "-b",
                    "127.0.0.1",
                    "-bmanagement",
                    "127.0.0.1");
            command.environment()
                    .put("JAVA_OPTS", HEAP + " -Djava.net.preferIPv4Stack=true " + String.join(" ", jvmOptions));
            // So that the script passes a TERM signal on to the server instead of leaving it behind.
            command.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
            return Server.wildFly(command.redirectErrorStream(true), 8080 + PORT_OFFSET);
        }

        @Override
        public boolean isPresent() {
            return Files.isDirectory(home());
        }
    },

    /** Payara's server in one jar, Payara Micro, from the file that the system property {@code payara.micro} names. */
    PAYARA {
        @Override
        public Server start(Map<String, String> settings, String... jvmOptions) throws IOException {
            Path base = Results.file("payara");
            delete(base);
            Path war = Files.createDirectories(base).resolve("load.war");
            WarFile.withFacecheck(war, settings);
            String http = "set configs.config.server-config.";
            Path commands = Files.write(
                    base.resolve("commands"),
                    List.of(
                            http + "network-config.network-listeners.network-listener.http-listener.address=127.0.0.1",
                            http + "thread-pools.thread-pool.http-thread-pool.max-thread-pool-size=" + WORKERS));
            List<String> command = new ArrayList<>(List.of(
                    "sh",
                    "-c",
                    ENDS_WITH_STANDARD_INPUT,
                    "sh",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    HEAP));
            command.addAll(Arrays.asList(jvmOptions));
            command.addAll(List.of(
                    "-jar",
                    micro().toString(),
                    "--nocluster",
                    "--rootDir",
                    base.resolve("domain").toString(),
                    "--prebootcommandfile",
                    commands.toString(),
                    "--port",
                    Integer.toString(8080 + PORT_OFFSET),
                    "--deploy",
                    war.toString(),
                    "--contextroot",
                    "load"));
            return Server.payara(new ProcessBuilder(command).redirectErrorStream(true), 8080 + PORT_OFFSET);
        }

        @Override
        public boolean isPresent() {
            return Files.isRegularFile(micro());
        }
    };

    /** How many threads of each server may block in the application. */
    public static final int WORKERS = 64;

    /** The same on both, and far more than the measured checks hold. */
    private static final String HEAP = "-Xmx2g";
    /** Away from the ports of a server that runs on the same machine for another purpose. */
    private static final int PORT_OFFSET = 21_000;

    /**
     * Runs a command that ends when standard input does. WildFly itself does not look at its input, and a programme that is
     * killed (SIGKILL) can end nothing; but the kernel closes its end of the pipe in any case. The number {@code $$} is this
     * shell's and, after {@code exec}, the command's.
     */
    private static final String ENDS_WITH_STANDARD_INPUT =
            "exec 3<&0; (cat <&3; kill -TERM $$) >/dev/null 2>&1 & exec \"$@\" 3<&- </dev/null";

    /** Starts it with the application and these settings; returns once it is ready. */
    public abstract Server start(Map<String, String> settings, String... jvmOptions) throws IOException;

    /** Whether this machine has it. */
    public boolean isPresent() {
        return true;
    }

    private static Path micro() {
        return Path.of(System.getProperty("payara.micro", "none"));
    }

    private static Path home() {
        return Path.of(System.getProperty("wildfly.home", "none"));
    }

    /** Copies the configuration; sets the number of threads, and a shorter interval at which new WARs are looked for. */
    private static void prepare(Path home, Path base) throws IOException {
        delete(base);
        copy(home.resolve("standalone/configuration"), base.resolve("configuration"));
        Path configuration = base.resolve("configuration/standalone.xml");
        String text = Files.readString(configuration);
        String prepared = text.replace(
                        "<worker name=\"default\"/>", "<worker name=\"default\" task-max-threads=\"" + WORKERS + "\"/>")
                .replace("scan-interval=\"5000\"", "scan-interval=\"500\"");
        Files.writeString(configuration, prepared);
    }

    /** Copies a directory with everything in it. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(Files.isDirectory(file) ? target : target.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, target);
                }
            }
        }
    }

    /** Children come after their directories in a walk, so they are deleted in reverse order. */
    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            } catch (UncheckedIOException failure) {
                throw failure.getCause();
            }
        }
    }
}
