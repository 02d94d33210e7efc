package org.facecheck.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Payara's own domain, as the build has prepared it, with a data grid over TCP.
 *
 * @param sharesSessions whether applications are deployed with what Payara calls availability: their sessions are in the grid
 * @param logsToSyslog whether its handler for syslog is on, which it makes when it starts
 */
record PayaraServer(boolean sharesSessions, boolean logsToSyslog) implements ClusterServer {
    private static final Path HOME = Path.of(System.getProperty("payara.home"));
    private static final int GRID_PORT = 24_900;
    private static final Pattern PORT = Pattern.compile("(?<=port=\"|_PORT\" value=\"|telnet.port=)2\\d{4}");

    private static final String SYSLOG = "com.sun.enterprise.server.logging.SyslogHandler.useSystemLogging=";
    private static final String GRID = "<hazelcast-runtime-configuration>";

    @Override
    public String name() {
        return "payara";
    }

    @Override
    public List<Integer> ports() {
        return List.of(GRID_PORT, httpPort(), 28_181, 24_848, 27_676, 23_700, 23_820, 23_920, 28_686);
    }

    @Override
    public int httpPort() {
        return 28_080;
    }

    @Override
    public String deployments() {
        return sharesSessions ? "available" : "autodeploy";
    }

    @Override
    public void prepare(Path directory, int number, List<Integer> offsets) throws IOException {
        Tree.copy(HOME.resolve("glassfish/domains/domain1/config"), directory.resolve("config"));
        for (String ofTheOther : List.of("pid", "pid.prev", "lockfile")) {
            Files.deleteIfExists(directory.resolve("config").resolve(ofTheOther));
        }
        if (logsToSyslog) {
            Path logging = directory.resolve("config/logging.properties");
            Files.writeString(logging, Tree.replaced(Files.readString(logging), SYSLOG + "false", SYSLOG + "true"));
        }
        Files.createDirectories(directory.resolve("docroot"));
        int offset = offsets.get(number);
        String members =
                offsets.stream().map(one -> "127.0.0.1:" + (GRID_PORT + one)).collect(Collectors.joining(","));
        Path file = directory.resolve("config/domain.xml");
        // A server that has run before has left out of its configuration what is the default.
        String domain = Tree.replaced(
                Files.readString(file).replaceFirst("<hazelcast-runtime-configuration[^>]*>", GRID),
                GRID,
                "<hazelcast-runtime-configuration interface=\"127.0.0.1\" discovery-mode=\"tcpip\" tcpip-members=\""
                        + members + "\" das-port=\"" + GRID_PORT + "\" auto-increment-port=\"false\">",
                "<hazelcast-config-specific-configuration enabled=\"false\">",
                "<hazelcast-config-specific-configuration enabled=\"true\">",
                "<jvm-options>-server</jvm-options>",
                // And the grid's members, of which each is named above, don't wait five seconds for more of them.
                "<jvm-options>-server</jvm-options><jvm-options>-Dhazelcast.socket.bind.any=false</jvm-options>"
                        + "<jvm-options>-Dhazelcast.wait.seconds.before.join=0</jvm-options>");
        Files.writeString(
                file, PORT.matcher(domain).replaceAll(port -> String.valueOf(Integer.parseInt(port.group()) + offset)));
    }

    @Override
    public List<String> command(Path directory, int offset) throws IOException {
        Path deployments = directory.resolve("deployments.txt");
        Files.writeString(deployments, sharesSessions ? available(directory) : "");
        return List.of(
                HOME.resolve("bin/asadmin").toString(),
                "start-domain",
                "--verbose",
                "--postbootcommandfile",
                deployments.toString(),
                "--domaindir",
                directory.getParent().toString(),
                directory.getFileName().toString());
    }

    private String available(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory.resolve(deployments()))) {
            return all.map(one -> "deploy --availabilityenabled=true " + one + "\n")
                    .collect(Collectors.joining());
        }
    }

    @Override
    public Pattern joined(int members) {
        return Pattern.compile("DG Size: " + members);
    }
}
