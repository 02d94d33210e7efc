package org.facecheck.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A server with a second virtual host, {@code other}, which has the name {@code 127.0.0.1}; the first one has all other names,
 * {@code localhost} among them, said in words where Payara would else take this machine's name. Applications are "first" and "second", at the same path of the two hosts, "preset", which is the
 * default of the second one, and "ROOT" at the root of the first one.
 *
 * @param server the kind of it
 */
record HostingServer(ClusterServer server) implements ChangedServer {
    static final String PRESET = "preset";

    /** With availability, as on a cluster, where Payara keeps the sessions of all that are at one path together. */
    private static final String DEPLOY =
            "deploy --availabilityenabled=true --virtualservers %s --contextroot %s %s.war%n";

    private boolean isWildFly() {
        return server.name().equals("wildfly");
    }

    @Override
    public void prepare(Path directory, int number, List<Integer> offsets) throws IOException {
        server.prepare(directory, number, offsets);
        if (isWildFly()) {
            edit(
                    directory.resolve("configuration/standalone-ha.xml"),
                    "<host name=\"default-host\"",
                    "<host name=\"other\" alias=\"127.0.0.1\" default-web-module=\"" + PRESET
                            + ".war\"/><host name=\"default-host\"");
        } else {
            edit(
                    directory.resolve("config/domain.xml"),
                    "<virtual-server ",
                    "<virtual-server id=\"other\" hosts=\"127.0.0.1\""
                            + " network-listeners=\"http-listener-1\"/><virtual-server hosts=\"localhost\" ");
        }
    }

    private static void edit(Path file, String first, String instead) throws IOException {
        String text = Files.readString(file);
        int at = text.indexOf(first);
        if (at < 0) {
            throw new IllegalStateException(file + " lacks " + first);
        }
        Files.writeString(file, text.substring(0, at) + instead + text.substring(at + first.length()));
    }

    /** On Payara, none is deployed by where it lies: to which host it goes is an option of the command. */
    @Override
    public String deployments() {
        return isWildFly() ? server.deployments() : "hosted";
    }

    @Override
    public List<String> command(Path directory, int offset) throws IOException {
        List<String> command = server.command(directory, offset);
        if (!isWildFly()) {
            String hosted = directory.resolve(deployments()) + "/";
            Files.writeString(
                    directory.resolve("deployments.txt"),
                    DEPLOY.formatted("server", "/shop", hosted + "first")
                            + DEPLOY.formatted("other", "/shop", hosted + "second")
                            + DEPLOY.formatted("other", "/" + PRESET, hosted + PRESET)
                            + DEPLOY.formatted("server", "/", hosted + "ROOT")
                            + "set configs.config.server-config.http-service.virtual-server.other.default-web-module="
                            + PRESET + "\n");
        }
        return command;
    }
}
