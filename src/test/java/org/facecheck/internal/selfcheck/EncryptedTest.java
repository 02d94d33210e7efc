package org.facecheck.internal.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.facecheck.fake.Certificates;
import org.facecheck.fake.Certificates.Certificate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in a JVM of its own, told whom to trust as operations.md says. */
class EncryptedTest {
    private static final String CHALLENGE = "401 Unauthorized\r\nWWW-Authenticate: FaceCheck realm=\"facecheck\","
            + " max_age=60, capture=\"/app/facecheck\"";

    @TempDir
    private static Path directory;

    private static Certificates certificates;
    private static Path trusted;

    @BeforeAll
    static void certify() throws IOException, GeneralSecurityException, InterruptedException {
        certificates = new Certificates(directory);
        trusted = directory.resolve("trusted.p12");
        certificates.writeTrusted(trusted);
    }

    private record Run(int exitCode, String said) {}

    private static Run check(Certificate certificate)
            throws IOException, GeneralSecurityException, InterruptedException {
        try (PlayedServer server = new PlayedServer(certificates.server(certificate)).answers(line -> CHALLENGE)) {
            Process command = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Djavax.net.ssl.trustStore=" + trusted,
                            "-Djavax.net.ssl.trustStorePassword=" + Certificates.PASSWORD,
                            "-classpath",
                            System.getProperty("java.class.path"),
                            SelfCheck.class.getName(),
                            "https://127.0.0.1:" + server.port() + "/app",
                            "/secure/x")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(command.waitFor(), said);
        }
    }

    @Test
    void an_application_behind_a_trusted_certificate_is_closed() throws Exception {
        Run run = check(Certificate.GOOD);

        assertThat(run.said()).contains("Self-check of https://127.0.0.1:", "closed  /secure/x: ");
        assertThat(run.exitCode()).isEqualTo(SelfCheck.CLOSED);
    }

    @Test
    void nothing_is_said_of_one_behind_another_hosts_certificate() throws Exception {
        Run run = check(Certificate.FOR_ANOTHER_HOST);

        assertThat(run.said()).contains("its certificate one that this JVM trusts?");
        assertThat(run.exitCode()).isEqualTo(SelfCheck.UNCLEAR);
    }
}
