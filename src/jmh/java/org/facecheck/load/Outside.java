package org.facecheck.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * All that has a machine of its own in life: the people and the service. Here they have a process of their own, which gives
 * way to the server and to who asks for its other pages, so that those wait for the server and not for the crowd.
 */
final class Outside implements AutoCloseable {
    private static final String NICENESS = "15";

    private final Process process;
    private final PrintStream to;
    private final BufferedReader from;
    private final String service;

    Outside() throws IOException {
        process = new ProcessBuilder(
                        "nice",
                        "-n",
                        NICENESS,
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        OutsideProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        to = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        from = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        service = answer();
    }

    /** The service's base URL. */
    String service() {
        return service;
    }

    /** How long an answer of the service takes from now on. */
    void serviceAnswersAfter(long millis) throws IOException {
        ask("after", millis);
    }

    /** Whole pictures that the service has not answered. */
    int waiting() throws IOException {
        return Integer.parseInt(ask("waiting"));
    }

    /** Some people open the page; that is not what is measured. */
    void gather(String url, String way, int count, Duration uplink) throws IOException {
        ask("gather", url, way, count, uplink);
    }

    /** Those who were gathered send their pictures, all at once. */
    void go() throws IOException {
        ask("go");
    }

    /** What came of that, once all have their answers. */
    Rush outcome() throws IOException {
        return Rush.parse(ask("outcome"));
    }

    private String ask(Object... words) throws IOException {
        StringBuilder line = new StringBuilder();
        for (Object word : words) {
            line.append(word).append(' ');
        }
        to.println(line);
        return answer();
    }

    private String answer() throws IOException {
        String line = from.readLine();
        if (line == null) {
            throw new IOException("those outside have gone");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
