package org.facecheck.load.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The process with the clients and the Face Match API, which in production have machines of their own. Here they share one
 * with the server, so they run at a lower priority ({@code nice}): the server, and who asks for its other pages, get the CPU
 * first.
 */
public final class ClientProcess implements AutoCloseable {
    private static final String NICENESS = "15";

    /** How long a client waits for its answer, where the measurement says nothing else. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final PrintStream to;
    private final BufferedReader from;
    private final String service;

    /** Starts the process; returns when its Face Match API is ready. */
    public ClientProcess() throws IOException {
        process = new ProcessBuilder(
                        "nice",
                        "-n",
                        NICENESS,
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        ClientMain.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        to = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        from = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        service = answer();
    }

    /** The Face Match API's base URL. */
    public String service() {
        return service;
    }

    /** Sets how long the Face Match API takes to answer from now on. */
    public void answerAfter(Duration delay) throws IOException {
        ask("delay", delay);
    }

    /** How many whole pictures the Face Match API has received and not answered. */
    public int waiting() throws IOException {
        return Integer.parseInt(ask("waiting"));
    }

    /** Opens capture pages and prepares a burst of uploads; that is not what is measured. */
    public void prepare(String url, String variant, int count, Duration uplink, Duration patience) throws IOException {
        ask("prepare", url, variant, count, uplink, patience);
    }

    /** Starts the prepared burst and returns at once. */
    public void start() throws IOException {
        ask("start");
    }

    /** Waits for the end of the burst and returns its result. */
    public Burst result() throws IOException {
        return Burst.parse(ask("result"));
    }

    /** Opens capture pages for slow uploads. */
    public void prepareSlow(String url, int count) throws IOException {
        ask("prepare-slow", url, count);
    }

    /** Starts the slow uploads and returns how many have sent their beginning. */
    public int startSlow() throws IOException {
        return Integer.parseInt(ask("start-slow"));
    }

    /** Ends the slow uploads and returns how many were still open. */
    public int stopSlow() throws IOException {
        return Integer.parseInt(ask("stop-slow"));
    }

    /** Sends a command, and waits for its line; there is never more than one under way. */
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
            throw new IOException("the clients' process has ended; its own message is above");
        }
        return line;
    }

    /** It would end by itself with its standard input; this is faster. */
    @Override
    public void close() {
        process.destroy();
    }
}
