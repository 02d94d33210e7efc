package org.facecheck.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A server that differs from another one in something. */
interface ChangedServer extends ClusterServer {

    /** The one that it is but for that. */
    ClusterServer server();

    @Override
    default String name() {
        return server().name();
    }

    @Override
    default List<Integer> ports() {
        return server().ports();
    }

    @Override
    default int httpPort() {
        return server().httpPort();
    }

    @Override
    default void prepare(Path directory, int number, List<Integer> offsets) throws IOException {
        server().prepare(directory, number, offsets);
    }

    @Override
    default String deployments() {
        return server().deployments();
    }

    @Override
    default List<String> command(Path directory, int offset) throws IOException {
        return server().command(directory, offset);
    }

    @Override
    default Pattern joined(int members) {
        return server().joined(members);
    }
}
