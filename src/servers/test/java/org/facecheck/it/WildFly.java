package org.facecheck.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.spec.WebArchive;

record WildFly(String version, String configuration) implements Server {

    @Override
    public String name() {
        return "WildFly " + version + ", `" + configuration + "`";
    }

    private Path home() {
        return Server.unpacked("wildfly-" + version);
    }

    @Override
    public void prepare(Path directory, int port, List<WebArchive> applications) throws IOException {
        Tree.copy(home().resolve("standalone/configuration"), directory.resolve("configuration"));
        Server.write(applications, directory.resolve("deployments"));
    }

    @Override
    public List<String> command(Path directory, int port, Jdk jdk) {
        return List.of(
                "sh",
                home().resolve("bin/standalone.sh").toString(),
                "-c",
                configuration,
                "-b",
                "127.0.0.1",
                "-bmanagement",
                "127.0.0.1",
                "-Djboss.server.base.dir=" + directory,
                "-Djboss.http.port=" + port,
                "-Djboss.https.port=" + FreePort.find(),
                "-Djboss.management.http.port=" + FreePort.find());
    }

    /** The second one where a deployment has failed. */
    @Override
    public Pattern started() {
        return Pattern.compile("WFLYSRV002[56]");
    }
}
