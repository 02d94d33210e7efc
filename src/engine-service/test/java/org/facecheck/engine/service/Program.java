package org.facecheck.engine.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program as an operator calls it, to be read: what nobody sees is of no use.
 *
 * @param exit with which it ended
 * @param said both outputs
 */
record Program(int exit, String said) {

    /** In a process of its own. */
    static Program run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StandaloneServer.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Program(process.waitFor(), said);
    }

    /** What it prints, in this process; it ends with an exception where the operator would see one. */
    static String printed(String... arguments) throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, UTF_8));
        try {
            StandaloneServer.main(arguments);
        } finally {
            System.setOut(console);
        }
        return said.toString(UTF_8);
    }
}
