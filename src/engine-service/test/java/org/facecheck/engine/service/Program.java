package org.facecheck.engine.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** The program as an operator calls it, to be read: what nobody sees is of no use. */
final class Program {
    private Program() {}

    /** What it prints; it ends with an exception where the operator would see one. */
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
