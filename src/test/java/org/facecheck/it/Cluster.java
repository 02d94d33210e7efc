package org.facecheck.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Servers of the kind under test that know each other, or one alone, with the same applications. */
final class Cluster implements AutoCloseable {
    private final ClusterServer server;
    private final List<Node> nodes = new ArrayList<>();
    private final Path directory;
    private final Map<String, String> environment;

    private Cluster(ClusterServer server, String name, Map<String, String> environment) {
        this.server = server;
        this.directory = Path.of("target/cluster", server.name(), name).toAbsolutePath();
        this.environment = environment;
    }

    /** Two servers with applications that have started. */
    static Cluster start(WebArchive... applications) {
        return new Cluster(ClusterServer.underTest(), "two", Map.of())
                .begin(List.of(List.of(applications), List.of(applications)))
                .started();
    }

    /** Two servers with applications of these names, which share their sessions: the first one's, then those of the second. */
    static Cluster sharingSessions(List<WebArchive> first, List<WebArchive> second) {
        return new Cluster(ClusterServer.sharingSessions(), "sessions", Map.of())
                .begin(List.of(first, second))
                .started();
    }

    /** One server whose process has these environment variables besides. Its applications may fail to start. */
    static Cluster alone(String name, Map<String, String> environment, WebArchive... applications) {
        return new Cluster(ClusterServer.underTest(), name, environment).begin(List.of(List.of(applications)));
    }

    /** One server of its own configuration. */
    static Cluster alone(String name, ClusterServer server, Archive<?>... applications) {
        return new Cluster(server, name, Map.of()).begin(List.of(List.of(applications)));
    }

    private Cluster started() {
        for (Node node : nodes) {
            node.awaitApplications();
        }
        return this;
    }

    private Cluster begin(List<? extends List<? extends Archive<?>>> applications) {
        try {
            startAll(applications);
            return this;
        } catch (IOException | RuntimeException | AssertionError broken) {
            close();
            throw new AssertionError("the cluster did not start", broken);
        }
    }

    Node node(int number) {
        return nodes.get(number);
    }

    /** One server after the other, since two that start at once would first be two clusters. */
    private void startAll(List<? extends List<? extends Archive<?>>> applications) throws IOException {
        Tree.emptied(directory);
        List<Integer> offsets = offsets(applications.size());
        for (int i = 0; i < applications.size(); i++) {
            Path own = Files.createDirectories(directory.resolve("node" + i));
            server.prepare(own, i, offsets);
            Path deployments = Files.createDirectories(own.resolve(server.deployments()));
            applications
                    .get(i)
                    .forEach(one -> one.as(ZipExporter.class)
                            .exportTo(deployments.resolve(one.getName()).toFile()));
            List<String> names = applications.get(i).stream()
                    .map(one -> one.getName().replace(".war", ""))
                    .toList();
            URI address = URI.create("http://127.0.0.1:" + (server.httpPort() + offsets.get(i)) + "/");
            Node node = Node.start(server.command(own, offsets.get(i)), own, address, names, environment);
            nodes.add(node);
            node.awaitLog(server.joined(nodes.size()));
        }
    }

    private List<Integer> offsets(int size) {
        List<Integer> offsets = new ArrayList<>();
        while (offsets.size() < size) {
            int offset = ThreadLocalRandom.current().nextInt(1, 300) * 10;
            if (!offsets.contains(offset) && server.ports().stream().allMatch(port -> isFree(port + offset))) {
                offsets.add(offset);
            }
        }
        return offsets;
    }

    /** Stops a server as its operator does, and starts it again; the applications have started then. */
    void restart(int number) {
        Node again = nodes.get(number).restart();
        nodes.set(number, again);
        again.awaitApplications();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    @Override
    public void close() {
        nodes.forEach(Node::kill);
    }
}
