package org.facecheck.load.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A server with the measured application, in a process of its own that ends when this one does. */
public final class Server implements AutoCloseable {
    private final Process process;
    private final String name;
    private final String url;
    private final HttpClient http = HttpClient.newHttpClient();

    private Server(String name, Process process, String url) {
        this.name = name;
        this.process = process;
        this.url = url;
    }

    /** Starts Undertow alone; it says its port when it is ready. */
    static Server undertow(ProcessBuilder command) throws IOException {
        Process process = command.start();
        String port = awaitLine(process, "port ").substring("port ".length());
        return new Server("undertow", process, "http://127.0.0.1:" + port + "/load");
    }

    /** Starts WildFly; it logs WFLYSRV0025 once everything is deployed. */
    static Server wildFly(ProcessBuilder command, int port) throws IOException {
        Process process = command.start();
        // With an error in the deployment it logs WFLYSRV0026 instead, and the output then ends with the process.
        awaitLine(process, "WFLYSRV0025");
        return new Server("wildfly", process, "http://127.0.0.1:" + port + "/load");
    }

    /** Starts Payara; it says so once everything is deployed. */
    static Server payara(ProcessBuilder command, int port) throws IOException {
        Process process = command.start();
        awaitLine(process, "ready in");
        return new Server("payara", process, "http://127.0.0.1:" + port + "/load");
    }

    /** As it is called in the report. */
    public String name() {
        return name;
    }

    /** The application's URL. */
    public String url() {
        return url;
    }

    /**
     * What the server's process uses right after a full collection of garbage.
     *
     * @param heapBytes the used heap
     * @param threads how many there are
     */
    public record Usage(long heapBytes, long threads) {}

    /** Asks the application's own page for it, so that it is the same on each server. */
    public Usage usage() throws IOException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url + "/memory")).build();
            String[] fields = http.send(request, BodyHandlers.ofString()).body().split(" ");
            return new Usage(Long.parseLong(fields[0]), Long.parseLong(fields[1]));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
    }

    /** Reads to the line with this part. A thread reads what follows, so that the process never blocks on a full pipe. */
    private static String awaitLine(Process process, String part) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(part)) {
                Thread reader = new Thread(() -> discard(output), "server output");
                reader.setDaemon(true);
                reader.start();
                return line;
            }
        }
        throw new IOException("the server ended before it was ready (no \"" + part + "\" in its output)");
    }

    private static void discard(BufferedReader output) {
        try {
            output.transferTo(Writer.nullWriter());
        } catch (IOException | UncheckedIOException ended) {
            // The server has ended, so there is nothing left to read.
        }
    }

    /** All servers end with their standard input; what is still there after 20 s is killed. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
