package org.facecheck.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** WildFly's standalone-ha.xml over TCP, with a replicated cache for attempts. */
record WildFlyServer() implements ClusterServer {
    private static final Path HOME = Path.of(System.getProperty("wildfly.home"));
    private static final int JGROUPS_PORT = 27_600;
    private static final int BASE = 20_000;
    private static final String GROUP = "<protocol type=\"pbcast.GMS\"/>";

    @Override
    public String name() {
        return "wildfly";
    }

    @Override
    public List<Integer> ports() {
        return List.of(JGROUPS_PORT, 28_009, httpPort(), 28_443, 29_990);
    }

    @Override
    public int httpPort() {
        return 28_080;
    }

    @Override
    public String deployments() {
        return "deployments";
    }

    @Override
    public void prepare(Path directory, int number, List<Integer> offsets) throws IOException {
        Tree.copy(HOME.resolve("standalone/configuration"), directory.resolve("configuration"));
        String hosts = offsets.stream()
                .map(offset -> "127.0.0.1[" + (JGROUPS_PORT + offset) + "]")
                .collect(Collectors.joining(","));
        Path file = directory.resolve("configuration/standalone-ha.xml");
        Files.writeString(
                file,
                Tree.replaced(
                                Files.readString(file),
                                "<channel name=\"ee\" stack=\"udp\"",
                                "<channel name=\"ee\" stack=\"tcp\"",
                                "<socket-protocol type=\"MPING\" socket-binding=\"jgroups-mping\"/>",
                                "<protocol type=\"TCPPING\"><property name=\"initial_hosts\">" + hosts
                                        + "</property><property name=\"port_range\">0</property></protocol>",
                                GROUP,
                                // The first one looks for others in vain, for three seconds if it is not told.
                                number == 0
                                        ? GROUP.replace(
                                                "/>", "><property name=\"join_timeout\">500</property></protocol>")
                                        : GROUP,
                                "<cache-container name=\"web\"",
                                "<cache-container name=\"facecheck\" default-cache=\"attempts\"><transport/>"
                                        + "<replicated-cache name=\"attempts\"/></cache-container>"
                                        + "<cache-container name=\"web\"",
                                // Sessions of applications that are not distributable outlive a restart.
                                "<jsp-config/>",
                                "<jsp-config/><persistent-sessions path=\"sessions\" relative-to=\"jboss.server.data.dir\"/>")
                        // And those of applications that are; it is the default to forget them.
                        .replaceAll("<file-store( [^>]*)?/>", "<file-store passivation=\"true\" purge=\"false\"/>"));
    }

    @Override
    public List<String> command(Path directory, int offset) {
        return List.of(
                HOME.resolve("bin/standalone.sh").toString(),
                "-c",
                "standalone-ha.xml",
                "-b",
                "127.0.0.1",
                "-bmanagement",
                "127.0.0.1",
                "-bprivate",
                "127.0.0.1",
                "-Djava.net.preferIPv4Stack=true",
                "-Djboss.server.base.dir=" + directory,
                "-Djboss.node.name=" + directory.getFileName(),
                "-Djboss.socket.binding.port-offset=" + (BASE + offset));
    }

    @Override
    public Pattern joined(int members) {
        // As WildFly 39 and as WildFly 26 say it.
        return Pattern.compile(
                "(joined cluster 'ejb' with view|new cluster view for channel ejb): \\S+ \\(" + members + "\\)");
    }
}
