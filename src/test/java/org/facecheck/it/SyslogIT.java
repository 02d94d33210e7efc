package org.facecheck.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** The audit lines in syslog, by WildFly's own handler, with the commands that the documents name. */
@Tag("thorough")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@EnabledIfSystemProperty(
        named = "server",
        matches = "wildfly",
        disabledReason = "Payara's handler has a test of its own")
class SyslogIT {
    @ArquillianResource
    URI application;

    @Deployment(testable = false)
    static WebArchive war() {
        return TestWar.named("syslog").build();
    }

    private static void cli(String command) throws Exception {
        Process cli = new ProcessBuilder(
                        Path.of(System.getProperty("wildfly.home"), "bin", "jboss-cli.sh")
                                .toString(),
                        "--connect",
                        "--controller=127.0.0.1:29990",
                        "--command=" + command)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/jboss-cli.log"))
                .start();
        assertThat(cli.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(cli.exitValue()).as(command).isZero();
    }

    @Test
    void each_outcome_is_a_message() throws Exception {
        Faceki.matches();
        try (DatagramSocket syslog = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            syslog.setSoTimeout(30_000);
            cli("/subsystem=logging/syslog-handler=facecheck:add(server-address=127.0.0.1,port=" + syslog.getLocalPort()
                    + ",syslog-format=RFC5424,app-name=facecheck,level=INFO)");
            cli("/subsystem=logging/logger=org.facecheck.audit:add(level=INFO,handlers=[facecheck])");
            try {
                new Browser(application).passFaceCheck();

                DatagramPacket message = new DatagramPacket(new byte[4096], 4096);
                syslog.receive(message);
                assertThat(new String(message.getData(), 0, message.getLength(), UTF_8))
                        .contains(" facecheck ")
                        .containsPattern("face check reference=[2-9A-Z]{8} outcome=PASSED application=/syslog");
            } finally {
                cli("/subsystem=logging/logger=org.facecheck.audit:remove");
                cli("/subsystem=logging/syslog-handler=facecheck:remove");
            }
        }
    }
}
