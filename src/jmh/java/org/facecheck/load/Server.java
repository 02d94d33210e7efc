package org.facecheck.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facecheck.bench.Results;
import org.facecheck.internal.rule.FaceCheckFilter;

/** A server in a process of its own, with the application in it. */
final class Server implements AutoCloseable {
    private static final int WILDFLY_OFFSET = 21_000;
    private static final String HEAP = "-Xmx2g";

    private final Process process;
    final String url;

    private Server(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static Server embedded(Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-classpath",
                System.getProperty("java.class.path"),
                EmbeddedServer.class.getName()));
        settings.forEach((key, value) -> command.add(key + "=" + value));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String line = await(process, "port ");
        return new Server(process, "http://127.0.0.1:" + line.substring("port ".length()) + "/load");
    }

    /** A copy of the server's configuration, with as many threads as the embedded one has. */
    static Server wildFly(Path home, Map<String, String> settings) throws IOException {
        Path base = Results.file("wildfly");
        delete(base);
        copy(home.resolve("standalone/configuration"), base.resolve("configuration"));
        Path configuration = base.resolve("configuration/standalone.xml");
        Files.writeString(
                configuration,
                Files.readString(configuration)
                        .replace(
                                "<worker name=\"default\"/>",
                                "<worker name=\"default\" task-max-threads=\"" + Load.WORKERS + "\"/>")
                        .replace("scan-interval=\"5000\"", "scan-interval=\"500\""));
        guarded(Files.createDirectories(base.resolve("deployments")).resolve("load.war"), settings);
        ProcessBuilder builder = new ProcessBuilder(
                home.resolve("bin/standalone.sh").toString(),
                "-Djboss.server.base.dir=" + base,
                "-Djboss.socket.binding.port-offset=" + WILDFLY_OFFSET,
                "-b",
                "127.0.0.1",
                "-bmanagement",
                "127.0.0.1");
        builder.environment().put("JAVA_OPTS", HEAP + " -Djava.net.preferIPv4Stack=true");
        builder.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
        Process process = builder.redirectErrorStream(true).start();
        await(process, "WFLYSRV0025");
        return new Server(process, "http://127.0.0.1:" + (8080 + WILDFLY_OFFSET) + "/load");
    }

    private static void drain(BufferedReader out) {
        try {
            out.transferTo(Writer.nullWriter());
        } catch (IOException closed) {
            // so the server has ended
        }
    }

    /** Reads on until the line is there, and from then on to nowhere, so that the process never waits for its reader. */
    private static String await(Process process, String part) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.contains(part)) {
                Thread rest = new Thread(() -> drain(out), "output");
                rest.setDaemon(true);
                rest.start();
                return line;
            }
        }
        throw new IOException("the server did not start");
    }

    /** The application with Facecheck. */
    static void guarded(Path file, Map<String, String> settings) throws IOException {
        try (JarOutputStream war = new JarOutputStream(Files.newOutputStream(file))) {
            application(war);
            add(war, "WEB-INF/lib/facecheck.jar", Files.readAllBytes(location(FaceCheckFilter.class)));
            String properties = settings.entrySet().stream()
                    .map(setting -> setting.getKey() + "=" + setting.getValue())
                    .collect(Collectors.joining("\n"));
            add(
                    war,
                    "WEB-INF/classes/META-INF/microprofile-config.properties",
                    properties.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The same without. */
    static void plain(Path file) throws IOException {
        try (JarOutputStream war = new JarOutputStream(Files.newOutputStream(file))) {
            application(war);
        }
    }

    private static void application(JarOutputStream war) throws IOException {
        for (String name :
                List.of("AsyncCheck", "AsyncCheck$1", "BlockingCheck", "OtherPage", "ReceiveOnly", "Upstream")) {
            String path = "org/facecheck/load/app/" + name + ".class";
            add(war, "WEB-INF/classes/" + path, resource("/" + path));
        }
    }

    private static byte[] resource(String path) throws IOException {
        try (var stream = Server.class.getResourceAsStream(path)) {
            return stream.readAllBytes();
        }
    }

    private static Path location(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static void add(JarOutputStream archive, String name, byte[] content) throws IOException {
        archive.putNextEntry(new JarEntry(name));
        archive.write(content);
        archive.closeEntry();
    }

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

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : (Iterable<Path>) files.sorted(java.util.Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The shell script's child is the server; both are ours. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
