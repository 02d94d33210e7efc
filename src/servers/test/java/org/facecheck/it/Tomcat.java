package org.facecheck.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.spec.WebArchive;

record Tomcat(String version) implements Server {

    @Override
    public String name() {
        return "Tomcat " + version;
    }

    private Path home() {
        return Server.unpacked("apache-tomcat-" + version);
    }

    @Override
    public void prepare(Path directory, int port, List<WebArchive> applications) throws IOException {
        Tree.copy(home().resolve("conf"), directory.resolve("conf"));
        Path file = directory.resolve("conf/server.xml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("<Server port=\"8005\"", "<Server port=\"-1\"")
                        .replace("<Connector port=\"8080\"", "<Connector address=\"127.0.0.1\" port=\"" + port + "\""));
        for (String folder : List.of("logs", "temp", "work")) {
            Files.createDirectories(directory.resolve(folder));
        }
        Server.write(applications, directory.resolve("webapps"));
    }

    @Override
    public List<String> command(Path directory, int port, Jdk jdk) {
        return List.of("sh", home().resolve("bin/catalina.sh").toString(), "run");
    }

    @Override
    public Map<String, String> environment(Path directory) {
        return Map.of("CATALINA_BASE", directory.toString(), "CATALINA_HOME", home().toString());
    }

    @Override
    public Pattern started() {
        return Pattern.compile("Server startup in");
    }
}
