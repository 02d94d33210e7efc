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
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Servers of the kind under test that know each other, or one alone, with the same applications. */
final class Cluster implements AutoCloseable {
    private final ClusterServer server = ClusterServer.underTest();
    private final List<Node> nodes = new ArrayList<>();
    private final String name;
    private final int size;
    private final Map<String, String> environment;

    private Cluster(String name, int size, Map<String, String> environment) {
        this.name = name;
        this.size = size;
        this.environment = environment;
    }

    /** Two servers with applications that have started. */
    static Cluster start(WebArchive... applications) {
        Cluster cluster = new Cluster("two", 2, Map.of()).begin(applications);
        for (Node node : cluster.nodes) {
            for (WebArchive application : applications) {
                node.awaitApplication(application.getName().replace(".war", ""));
            }
        }
        return cluster;
    }

    /** One server whose process has these environment variables besides. Its applications may fail to start. */
    static Cluster alone(String name, Map<String, String> environment, WebArchive... applications) {
        return new Cluster(name, 1, environment).begin(applications);
    }

    private Cluster begin(WebArchive... applications) {
        try {
            startAll(List.of(applications));
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
    private void startAll(List<WebArchive> applications) throws IOException {
        Path all = Tree.emptied(Path.of("target/cluster", server.name(), name).toAbsolutePath());
        List<Integer> offsets = offsets();
        for (int i = 0; i < size; i++) {
            Path directory = Files.createDirectories(all.resolve("node" + i));
            server.prepare(directory, i, offsets);
            Path deployments = Files.createDirectories(directory.resolve(server.deployments()));
            applications.forEach(one -> one.as(ZipExporter.class)
                    .exportTo(deployments.resolve(one.getName()).toFile()));
            URI address = URI.create("http://127.0.0.1:" + (server.httpPort() + offsets.get(i)) + "/");
            Node node = Node.start(server.command(directory, offsets.get(i)), directory, address, environment);
            nodes.add(node);
            node.awaitLog(server.joined(nodes.size()));
        }
    }

    private List<Integer> offsets() {
        List<Integer> offsets = new ArrayList<>();
        while (offsets.size() < size) {
            int offset = ThreadLocalRandom.current().nextInt(1, 300) * 10;
            if (!offsets.contains(offset) && server.ports().stream().allMatch(port -> isFree(port + offset))) {
                offsets.add(offset);
            }
        }
        return offsets;
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
