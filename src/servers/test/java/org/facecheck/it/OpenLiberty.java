package org.facecheck.it;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** With the features of the Web Profile, and MicroProfile Config, which it has besides. */
record OpenLiberty(String version) implements Server {

    @Override
    public String name() {
        return "Open Liberty " + version + ", `webProfile-10.0` and `mpConfig-3.1`";
    }

    private static Path folder(Path directory) {
        return directory.resolve("servers/defaultServer");
    }

    /** Listed, and not dropped in, so that the server waits for them before it says that it is ready: as long as it takes. */
    @Override
    public void prepare(Path directory, int port, List<WebArchive> applications) throws IOException {
        Server.write(applications, folder(directory).resolve("apps"));
        String listed = applications.stream()
                .map(application -> "<webApplication location=\"" + application.getName() + "\"/>")
                .collect(Collectors.joining("\n"));
        Files.writeString(folder(directory).resolve("server.xml"), """
                <server>
                  <featureManager><feature>webProfile-10.0</feature><feature>mpConfig-3.1</feature></featureManager>
                  <applicationManager startTimeout="10m"/>
                  <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
                  %s
                </server>
                """.formatted(port, listed));
    }

    @Override
    public List<String> command(Path directory, int port, Jdk jdk) {
        return List.of("sh", Server.unpacked("wlp/bin/server").toString(), "run", "defaultServer");
    }

    @Override
    public Map<String, String> environment(Path directory) {
        return Map.of("WLP_USER_DIR", directory.toString());
    }

    @Override
    public Charset queries() {
        return StandardCharsets.ISO_8859_1;
    }

    @Override
    public Pattern started() {
        return Pattern.compile("CWWKF0011I");
    }
}
