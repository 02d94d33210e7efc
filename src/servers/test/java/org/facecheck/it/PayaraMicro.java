package org.facecheck.it;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** One instance without others, which has its applications by commands. */
record PayaraMicro(String version) implements Server {

    @Override
    public String name() {
        return "Payara Micro " + version;
    }

    /** Each application by a command of its own: of a folder, none is deployed any more after one that can't be. */
    @Override
    public void prepare(Path directory, int port, List<WebArchive> applications) throws IOException {
        Path folder = directory.resolve("applications");
        Server.write(applications, folder);
        Files.writeString(
                directory.resolve("addresses"),
                "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address"
                        + "=127.0.0.1\n");
        Files.write(
                directory.resolve("deployments"),
                applications.stream()
                        .map(application -> "deploy " + folder.resolve(application.getName()))
                        .toList());
    }

    @Override
    public List<String> command(Path directory, int port, Jdk jdk) {
        return List.of(
                jdk.java(),
                "-jar",
                Server.unpacked("payara-micro-" + version + ".jar").toString(),
                "--nocluster",
                "--prebootcommandfile",
                directory.resolve("addresses").toString(),
                "--postbootcommandfile",
                directory.resolve("deployments").toString(),
                "--port",
                String.valueOf(port),
                "--rootdir",
                directory.resolve("domain").toString());
    }

    @Override
    public Charset queries() {
        return StandardCharsets.ISO_8859_1;
    }

    @Override
    public Pattern started() {
        return Pattern.compile("Payara Micro .*ready in");
    }
}
