package org.facecheck.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.spec.WebArchive;

record Jetty(String version, List<String> modules) implements Server {

    @Override
    public String name() {
        return "Jetty " + version + ", `" + String.join("`, `", modules) + "`";
    }

    /** What stands behind a module of an environment belongs to that environment, and the port does not. */
    @Override
    public void prepare(Path directory, int port, List<WebArchive> applications) throws IOException {
        Server.write(applications, directory.resolve("webapps"));
        Files.createDirectories(directory.resolve("work"));
        Files.writeString(directory.resolve("start.ini"), """
                jetty.http.host=127.0.0.1
                jetty.http.port=%d
                --modules=http,%s
                """.formatted(port, String.join(",", modules)));
    }

    @Override
    public List<String> command(Path directory, int port, Jdk jdk) {
        return List.of(
                jdk.java(),
                "-Djava.io.tmpdir=" + directory.resolve("work"),
                "-Djetty.base=" + directory,
                "-jar",
                Server.unpacked("jetty-home-" + version + "/start.jar").toString());
    }

    @Override
    public Pattern started() {
        return Pattern.compile("Started oejs.Server");
    }
}
