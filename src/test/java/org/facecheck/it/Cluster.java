package org.facecheck.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Servers of the kind under test that know each other, with the same applications. */
final class Cluster implements AutoCloseable {
    private static final int SIZE = 2;

    private final ClusterServer server;
    private final List<Node> nodes = new ArrayList<>();

    private Cluster(ClusterServer server) {
        this.server = server;
    }

    /** Starts one server after the other, since two that start at once would first be two clusters. */
    static Cluster start(WebArchive... applications) {
        Cluster cluster = new Cluster(ClusterServer.underTest());
        try {
            cluster.startAll(List.of(applications));
            return cluster;
        } catch (IOException | RuntimeException | AssertionError broken) {
            cluster.close();
            throw new AssertionError("the cluster did not start", broken);
        }
    }

    Node node(int number) {
        return nodes.get(number);
    }

    private void startAll(List<WebArchive> applications) throws IOException {
        Path all = Tree.emptied(Path.of("target/cluster", server.name()).toAbsolutePath());
        List<Integer> offsets = offsets();
        for (int i = 0; i < SIZE; i++) {
            Path directory = Files.createDirectories(all.resolve("node" + i));
            server.prepare(directory, i, offsets);
            Path deployments = Files.createDirectories(directory.resolve(server.deployments()));
            applications.forEach(one -> one.as(ZipExporter.class)
                    .exportTo(deployments.resolve(one.getName()).toFile()));
            URI address = URI.create("http://127.0.0.1:" + (server.httpPort() + offsets.get(i)) + "/");
            Node node = Node.start(server.command(directory, offsets.get(i)), directory, address);
            nodes.add(node);
            node.awaitLog(server.joined(nodes.size()));
        }
        for (Node node : nodes) {
            applications.forEach(one -> node.awaitApplication(one.getName().replace(".war", "")));
        }
    }

    private List<Integer> offsets() {
        List<Integer> offsets = new ArrayList<>();
        while (offsets.size() < SIZE) {
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
