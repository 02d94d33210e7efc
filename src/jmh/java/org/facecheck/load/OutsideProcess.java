package org.facecheck.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.facecheck.bench.Picture;

/** The people and the service; does what it is told on standard input, a line each, and answers each with a line. */
final class OutsideProcess {
    private static final int PICTURE = 100_000;

    private final SlowService service = new SlowService();
    private final byte[] picture = Picture.jpeg(PICTURE);
    private Supplier<Rush> gathered = () -> Rush.NONE;
    private CompletableFuture<Rush> rush = CompletableFuture.completedFuture(Rush.NONE);

    private OutsideProcess() throws IOException {}

    /** Begins with the service's base URL, and ends when its standard input does, or with the first thing that goes wrong. */
    public static void main(String... arguments) {
        // Else the connections of each rush stay for twenty minutes, and there are only so many files to open.
        System.setProperty("jdk.httpclient.keepalive.timeout", "2");
        try {
            new OutsideProcess().serve();
        } catch (Exception broken) {
            broken.printStackTrace();
        }
        System.exit(0); // the service's threads would stay, and whoever waits for a line would wait for ever
    }

    private void serve() throws IOException {
        System.out.println(service.url());
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            System.out.println(answer(line.split(" ")));
        }
    }

    private String answer(String[] words) {
        switch (words[0]) {
            case "gather" ->
                gathered = new People(words[1], picture)
                        .gathered(words[2], Integer.parseInt(words[3]), Duration.parse(words[4]));
            case "go" -> rush = CompletableFuture.supplyAsync(gathered);
            case "outcome" -> {
                return rush.join().toString();
            }
            case "after" -> service.answersAfter(Long.parseLong(words[1]));
            case "waiting" -> {
                return String.valueOf(service.waiting());
            }
            default -> throw new IllegalArgumentException(words[0]);
        }
        return "done";
    }
}
