package org.facecheck.testkit;

import java.io.UncheckedIOException;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/**
 * The played service as a program, for developers who run their application beside it:
 *
 * <pre>
 * java -jar facecheck-testkit-0.1.0-SNAPSHOT-program.jar --port=9090 --answer=match
 * </pre>
 *
 * <p>It says what to write into the application's configuration, and stays until it is stopped. A wrong option or a taken port ends it with
 * the code 2 and a message. To be started once in a process; a test starts a {@link PlayedService} instead.
 */
public final class PlayedServiceProgram {
    private static final String USAGE = """
            Usage: java -jar facecheck-testkit-…-program.jar [--port=9090] [--answer=match]
              --port    where to listen, at the loopback address; any free port without it
              --answer  what to say to each check; "match" takes any picture for the first made-up person
            """;

    private PlayedServiceProgram() {}

    /**
     * Starts the service and waits for the program's end.
     *
     * @param args the options
     * @throws InterruptedException where its thread is interrupted
     */
    public static void main(String... args) throws InterruptedException {
        try {
            PlayedService service = started(args);
            Runtime.getRuntime().addShutdownHook(new Thread(service::close));
        } catch (IllegalArgumentException | UncheckedIOException wrong) {
            System.err.println(wrong.getMessage());
            System.err.print(USAGE);
            System.exit(2);
        }
        new CountDownLatch(1).await();
    }

    /** Starts a service as the options say, and says how to ask it. */
    static PlayedService started(String... args) {
        int port = 0;
        String answer = "real";
        for (String arg : args) {
            if (arg.startsWith("--port=") && arg.matches("--port=\\d{1,5}")) {
                port = Integer.parseInt(arg.substring("--port=".length()));
            } else if (arg.startsWith("--answer=")) {
                answer = arg.substring("--answer=".length());
            } else {
                throw new IllegalArgumentException("unknown option: " + arg);
            }
        }
        PlayedService service = PlayedService.start(port);
        try {
            service.answer(answer);
        } catch (IllegalArgumentException wrong) {
            service.close();
            throw wrong;
        }
        new TreeMap<>(service.settings()).forEach((key, value) -> System.out.println(key + "=" + value));
        return service;
    }
}
