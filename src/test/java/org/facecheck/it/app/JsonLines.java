package org.facecheck.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.microprofile.config.ConfigProvider;
import org.facecheck.FaceCheckEvent;

/** One JSON object a line, for a collector to read: as the documents show it. */
@ApplicationScoped
public class JsonLines {
    private final Path file = Path.of(ConfigProvider.getConfig().getValue("audit.file", String.class));

    public synchronized void write(@Observes FaceCheckEvent event) throws IOException {
        JsonObjectBuilder line = Json.createObjectBuilder()
                .add("at", event.at().toString())
                .add("reference", event.reference())
                .add("outcome", event.outcome().name())
                .add("application", event.application());
        if (event.principal() != null) {
            line.add("principal", event.principal());
        }
        if (event.detail() != null) {
            line.add("detail", event.detail());
        }
        Files.writeString(
                file,
                line.build() + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
