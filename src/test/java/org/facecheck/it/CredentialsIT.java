package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator has a wrong secret told at start, and rotates a right one. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CredentialsIT {
    private static final Path FILE = Path.of("target", "client-secret").toAbsolutePath();
    private static final String OLD = "old-secret-never-to-be-seen";
    private static final String NEW = "new-secret-never-to-be-seen";

    @ArquillianResource
    Deployer deployer;

    @Deployment(name = "rotating", testable = false)
    static WebArchive rotating() {
        write(OLD);
        return TestWar.named("rotating")
                .without("facecheck.service.client-secret")
                .with("facecheck.service.client-secret-file", FILE.toString())
                .build();
    }

    @Deployment(name = "wrong-secret", managed = false, testable = false)
    static WebArchive wrongSecret() {
        return TestWar.named("wrong-secret").build();
    }

    private static void write(String secret) {
        try {
            Files.writeString(FILE, secret + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @BeforeEach
    @AfterEach
    void matches() {
        Faceki.matches();
    }

    @Test
    void a_wrong_secret_is_told_at_start_and_stops_nothing() {
        Faceki.acceptsOnly("another");
        ServerLog log = ServerLog.fromNow();

        deployer.deploy("wrong-secret");
        try {
            assertThat(Patience.until(log::text, text -> text.contains("got no token")))
                    .contains(
                            "Facecheck got no token of the service at start: access token: HTTP 401, code 401, client id or"
                                    + " secret refused. It is your turn")
                    .doesNotContain(Faceki.SECRET);
        } finally {
            deployer.undeploy("wrong-secret");
        }
    }

    @Test
    void a_rotated_secret_counts_without_a_deployment(
            @ArquillianResource @OperateOnDeployment("rotating") URI application) {
        Faceki.acceptsOnly(NEW);
        ServerLog log = ServerLog.fromNow();
        Browser early = new Browser(application);
        assertThat(early.passFaceCheck().status()).isEqualTo(503);

        write(NEW);
        Browser late = new Browser(application);
        late.open("secure/page");

        assertThat(late.passFaceCheck().status()).isEqualTo(303);
        assertThat(log.text()).doesNotContain(OLD, NEW);
    }
}
