package org.facecheck.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The audit lines in syslog, by Payara's own handler, which it makes when it starts and which has one port. */
@EnabledIfSystemProperty(named = "server", matches = "payara", disabledReason = "Payara's handler")
@Tag("thorough")
class PayaraSyslogIT {
    private static final int PORT = 514;

    private static DatagramSocket daemon() throws SocketException {
        try {
            DatagramSocket syslog = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT));
            syslog.setSoTimeout(60_000);
            return syslog;
        } catch (SocketException denied) {
            return abort("SKIPPED: port 514 is taken, or takes a right that the tests do not have: " + denied);
        }
    }

    /** With what {@code asadmin set-log-attributes} writes; the server of all other tests would see it, too, in its own file. */
    private static Cluster serverWithSyslog() {
        return Cluster.alone(
                "syslog", new PayaraServer(false, true), TestWar.named("syslog").build());
    }

    private static String received(DatagramSocket syslog) throws IOException {
        DatagramPacket message = new DatagramPacket(new byte[65_535], 65_535);
        syslog.receive(message);
        return new String(message.getData(), 0, message.getLength(), UTF_8);
    }

    @Test
    void each_outcome_is_a_message() throws IOException {
        Faceki.matches();
        try (DatagramSocket syslog = daemon();
                Cluster server = serverWithSyslog()) {
            server.node(0).awaitApplication("syslog");
            server.node(0).browser("syslog").passFaceCheck();

            String message = received(syslog);
            while (!message.contains("face check ")) {
                message = received(syslog);
            }

            assertThat(message)
                    .startsWith("<")
                    .contains(" INFO org.facecheck.audit ")
                    .containsPattern("face check reference=[2-9A-Z]{8} outcome=PASSED application=/syslog");
        }
    }
}
