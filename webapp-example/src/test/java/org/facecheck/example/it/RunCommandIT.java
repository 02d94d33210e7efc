package org.facecheck.example.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The README's first command, tried as a stranger would. */
@OnOneServer
class RunCommandIT {

    @Test
    void saysAtLastWhichAddressToOpen_andATerminationSignalLeavesNothingBehind() throws Exception {
        int port = RunCommand.freePort();
        try (RunCommand command = RunCommand.with("-Dport=" + port)) {
            String last = command.says("The example is up.");

            assertThat(last).endsWith("Open http://127.0.0.1:" + port + "/facecheck-example/");
            assertThat(command.lines()).last().isEqualTo(last);
            assertThat(command.lines())
                    .anyMatch(line -> line.contains("asks http://127.0.0.1:" + port + "/facecheck-example/sandbox"));

            opensThePayroll(new Visitor(URI.create("http://127.0.0.1:" + port + "/facecheck-example/")));

            ProcessHandle server = command.server();
            command.process().destroy(); // SIGTERM
            command.ends();
            assertThat(server.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    /** A terminal's Ctrl-C is a signal to all processes that it sees in front. */
    @Test
    @Tag("thorough")
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the test sends Ctrl-C by Linux' own commands")
    void ctrlCLeavesNothingBehind() throws Exception {
        int port = RunCommand.freePort();
        try (RunCommand command = RunCommand.with("-Dport=" + port)) {
            command.says("The example is up.");
            List<ProcessHandle> started = Stream.concat(
                            Stream.of(command.process().toHandle()),
                            command.process().descendants())
                    .toList();
            assertThat(started).contains(command.server());

            new ProcessBuilder(Stream.concat(
                                    Stream.of("kill", "-INT"), started.stream().map(one -> String.valueOf(one.pid())))
                            .toList())
                    .start()
                    .waitFor();

            command.ends();
            for (ProcessHandle one : started) {
                assertThat(one.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
            }
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                assertThat(free.isBound()).isTrue();
            }
        }
    }

    /** The README's way: a made-up person's portrait is the selfie. */
    private static void opensThePayroll(Visitor visitor) {
        assertThat(visitor.open("payroll/").statusCode()).isEqualTo(303);
        assertThat(visitor.showFace(visitor.download("sandbox/portraits/amina.jpg"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(visitor.open("payroll/").body()).contains("AMINA HADDAD");
    }

    @Test
    void aTakenPortIsSaidBeforeAnythingIsBuilt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RunCommand command = RunCommand.with("-Dport=" + taken.getLocalPort())) {
            assertThat(command.ends()).isNotZero();

            assertThat(command.lines())
                    .anyMatch(line -> line.contains("Port " + taken.getLocalPort()
                            + " of 127.0.0.1 is taken by another program. Stop it, or choose another port"))
                    .noneMatch(line -> line.contains("compiler:"));
        }
    }

    @Test
    void aPortThatIsNoneIsSaidBeforeAnythingIsBuilt() throws Exception {
        try (RunCommand command = RunCommand.with("-Dport=65536")) {
            assertThat(command.ends()).isNotZero();

            assertThat(command.lines())
                    .anyMatch(line -> line.contains("-Dport=65536: a port is a number from 1 to 65535"))
                    .noneMatch(line -> line.contains("compiler:"));
        }
    }

    @Test
    @Tag("thorough")
    void theBuildFailsWhenTheServerFails() throws Exception {
        try (RunCommand command =
                RunCommand.with("-Dport=" + RunCommand.freePort(), "-Drun.options=-Dfacecheck.validity=never")) {
            assertThat(command.ends()).isNotZero();

            assertThat(command.lines())
                    .anyMatch(line -> line.contains("The server could not start the example."))
                    .anyMatch(line -> line.contains("BUILD FAILURE"));
        }
    }

    @Test
    @Tag("thorough")
    void theBuildFailsWhenTheServerDies() throws Exception {
        try (RunCommand command = RunCommand.with("-Dport=" + RunCommand.freePort())) {
            command.says("The example is up.");

            command.server().destroyForcibly();

            assertThat(command.ends()).isNotZero();
            assertThat(command.lines()).anyMatch(line -> line.contains("BUILD FAILURE"));
        }
    }
}
