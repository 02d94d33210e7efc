package org.facecheck.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.microprofile.config.ConfigProvider;
import org.facecheck.FaceCheckEvent;

/** To which words somebody agreed before a check, one a line; {@code null} where there was no consent. */
@ApplicationScoped
public class ConsentRegister {
    private final Path file = Path.of(ConfigProvider.getConfig().getValue("consent.file", String.class));

    public synchronized void write(@Observes FaceCheckEvent event) throws IOException {
        Files.writeString(
                file,
                event.outcome() + " " + event.consentVersion() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
