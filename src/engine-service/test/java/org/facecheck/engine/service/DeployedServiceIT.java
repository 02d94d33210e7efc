package org.facecheck.engine.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.engine.picture.Photographs.GREEN;
import static org.facecheck.engine.picture.Photographs.LAUGHING;
import static org.facecheck.engine.picture.Photographs.NOBODY;
import static org.facecheck.engine.picture.Photographs.SMILING;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Hint;
import org.facecheck.internal.config.ServiceConfig.Dialect;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** The WAR as it is built, on a real server, which is told by its environment where the settings are. */
@EnabledIf(
        value = "areThereWeights",
        disabledReason = "SKIPPED: npm is missing or reaches no registry: there are no weights")
@ExtendWith(ArquillianExtension.class)
class DeployedServiceIT {
    @ArquillianResource
    private URI address;

    /** Asked before a server is started. */
    static boolean areThereWeights() {
        return Files.exists(Path.of(System.getProperty("weights.file")));
    }

    @Deployment(testable = false)
    static WebArchive war() throws IOException {
        RunningService.freshSettings(Path.of(System.getProperty("settings.directory")));
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("war")));
    }

    @Test
    void the_librarys_client_finds_who_is_enrolled_and_nobody_else() {
        String text = address.toString();
        RunningService service = RunningService.at(URI.create(text.substring(0, text.length() - 1))); // a slash

        assertThat(service.enrol("party", SMILING).statusCode()).isEqualTo(200);

        for (Dialect dialect : Dialect.values()) {
            assertThat(service.ask(dialect, LAUGHING)).isInstanceOf(FaceMatch.Matched.class);
            assertThat(service.ask(dialect, GREEN)).isEqualTo(new FaceMatch.NotMatched());
            assertThat(service.ask(dialect, NOBODY)).isEqualTo(new FaceMatch.Retake(Hint.NO_FACE));
        }
        assertThat(service.get("/facelink/api/face-check").statusCode()).isEqualTo(404);
    }
}
