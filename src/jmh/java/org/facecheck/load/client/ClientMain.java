package org.facecheck.load.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.facecheck.bench.Picture;

/** The clients' process: reads one command a line from standard input, and answers each with one line. */
final class ClientMain {
    private static final int PICTURE_BYTES = 100_000;

    private final FaceMatchStub service = new FaceMatchStub();
    private final byte[] picture = Picture.jpeg(PICTURE_BYTES);
    private Supplier<Burst> prepared = () -> Burst.NONE;
    private CompletableFuture<Burst> burst = CompletableFuture.completedFuture(Burst.NONE);
    private SlowUploads slow;

    private ClientMain() {
        slow = new Clients(service.url(), picture).prepareSlow(0);
    }

    /** Begins with the service's base URL; ends when its standard input does, or with the first failure. */
    public static void main(String... arguments) {
        // The default of 20 minutes would keep the connections of each burst, until the process may open no more files.
        System.setProperty("jdk.httpclient.keepalive.timeout", "2");
        try {
            new ClientMain().serve();
        } catch (Exception failure) {
            failure.printStackTrace();
        }
        System.exit(
                0); // the service's threads would keep the process, and its parent would wait for an answer for ever
    }

    /** The protocol of {@link ClientProcess}. */
    private void serve() throws IOException, InterruptedException {
        System.out.println(service.url());
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            System.out.println(answer(List.of(line.split(" "))));
        }
    }

    private String answer(List<String> words) throws InterruptedException {
        switch (words.get(0)) {
            case "prepare" ->
                prepared = new Clients(words.get(1), picture)
                        .prepare(
                                words.get(2),
                                Integer.parseInt(words.get(3)),
                                Duration.parse(words.get(4)),
                                Duration.parse(words.get(5)));
            // In another thread, so that the commands "waiting" and "delay" are answered meanwhile.
            case "start" -> burst = CompletableFuture.supplyAsync(prepared);
            case "result" -> {
                return burst.join().line();
            }
            case "prepare-slow" ->
                slow = new Clients(words.get(1), picture).prepareSlow(Integer.parseInt(words.get(2)));
            case "start-slow" -> {
                return String.valueOf(slow.start());
            }
            case "stop-slow" -> {
                int open = slow.open();
                slow.close();
                return String.valueOf(open);
            }
            case "delay" -> service.answerAfter(Duration.parse(words.get(1)));
            case "waiting" -> {
                return String.valueOf(service.waiting());
            }
            default -> throw new IllegalArgumentException(words.get(0));
        }
        return "done";
    }
}
