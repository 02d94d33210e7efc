package org.facecheck.it;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** How a server is started with applications. It listens on 127.0.0.1 alone, and writes below one directory only. */
interface Server {

    /** All that are tested; as they were unpacked, each of them is only read. */
    static List<Server> all() {
        return List.of(
                new WildFly(version("wildfly-31"), "standalone.xml"),
                new WildFly(version("wildfly-31"), "standalone-microprofile.xml"),
                new WildFly(version("wildfly-39"), "standalone.xml"),
                new OpenLiberty(version("open-liberty")),
                new PayaraMicro(version("payara-micro")),
                new Tomcat(version("tomcat-10")),
                new Tomcat(version("tomcat-11")),
                new Jetty(version("jetty-12"), List.of("ee10-deploy", "ee10-annotations", "ee10-jsp")),
                new Jetty(version("jetty-12"), List.of("ee10-deploy", "ee10-annotations")));
    }

    private static String version(String server) {
        return System.getProperty(server + ".version");
    }

    /** Where the build has put all of them. */
    static Path unpacked(String name) {
        return Path.of(System.getProperty("unpacked")).resolve(name);
    }

    /** As the table in the documents calls it. */
    String name();

    /** Puts its configuration and the applications into the directory, which is empty. */
    void prepare(Path directory, int port, List<WebArchive> applications) throws IOException;

    /** What runs in the foreground until it is killed. */
    List<String> command(Path directory, int port, Jdk jdk);

    /** Variables that it needs besides. */
    default Map<String, String> environment(Path directory) {
        return Map.of();
    }

    /** What it takes the bytes of a query for. */
    default Charset queries() {
        return StandardCharsets.UTF_8;
    }

    /** What it logs when it is through with all applications, those that it has refused, too. */
    Pattern started();

    /** Writes the applications as files into a new folder. */
    static void write(List<WebArchive> applications, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (WebArchive application : applications) {
            File file = folder.resolve(application.getName()).toFile();
            application.as(ZipExporter.class).exportTo(file);
        }
    }
}
