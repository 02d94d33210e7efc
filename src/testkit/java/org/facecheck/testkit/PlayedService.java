package org.facecheck.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.facecheck.testkit.http.ApiServer;
import org.facecheck.testkit.sandbox.Behaviour;
import org.facecheck.testkit.sandbox.Order;
import org.facecheck.testkit.sandbox.Sandbox;
import org.facecheck.testkit.sandbox.TokenDesk;

/**
 * A Face Match API that is played: it compares pictures, not faces, and knows three made-up people, {@code amina}, {@code wei} and
 * {@code joerg}. It answers at the loopback address only, on a port of its own, until it is closed. Thread-safe.
 *
 * <pre>{@code
 * try (PlayedService service = PlayedService.start()) {
 *     Map<String, String> settings = service.settings(); // for microprofile-config.properties
 *     service.answerOnce("two-faces");
 *     send(service.portrait("amina"));
 * }
 * }</pre>
 *
 * <p>What it can be told to answer is what the console of the example's sandbox offers: {@code match}, {@code no-match}, {@code
 * two-faces}, {@code limit-reached}, {@code server-error}, {@code cut-connection}, {@code token-wrong-credentials} and more; a
 * wrong word is answered with all of them. With {@code match}, any picture will do: nobody needs a camera. No argument may be
 * {@code null}. A test closes it, with its threads; delays are in milliseconds.
 */
public final class PlayedService implements AutoCloseable {
    /** The only account that it knows. */
    public static final String CLIENT_ID = TokenDesk.CLIENT_ID;

    /** The account's secret; it protects nothing. */
    public static final String CLIENT_SECRET = TokenDesk.CLIENT_SECRET;

    private final Sandbox sandbox;
    private final ApiServer server;

    private PlayedService(Sandbox sandbox, ApiServer server) {
        this.sandbox = sandbox;
        this.server = server;
    }

    /**
     * Starts a service on a free port.
     *
     * @return a service that answers already
     * @throws UncheckedIOException where no port is free
     */
    public static PlayedService start() {
        return start(0);
    }

    /**
     * Starts a service.
     *
     * @param port from 1 to 65535; 0 for any that is free
     * @return a service that answers already
     * @throws UncheckedIOException where another program has the port
     */
    public static PlayedService start(int port) {
        Sandbox sandbox = Sandbox.open(Clock.systemUTC(), Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "played-service-timer");
            thread.setDaemon(true);
            return thread;
        }));
        try {
            return new PlayedService(
                    sandbox, ApiServer.start(sandbox, new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
        } catch (IOException taken) {
            sandbox.close();
            throw new UncheckedIOException("port " + port + " can't be listened at", taken);
        }
    }

    /**
     * Where it answers.
     *
     * @return for {@code facecheck.service.base-url}
     */
    public URI baseUrl() {
        return server.address();
    }

    /**
     * What Facecheck has to be told to ask it.
     *
     * @return the three keys of the service with their values
     */
    public Map<String, String> settings() {
        return Map.of(
                "facecheck.service.base-url", baseUrl().toString(),
                "facecheck.service.client-id", CLIENT_ID,
                "facecheck.service.client-secret", CLIENT_SECRET);
    }

    /**
     * Answers so from now on, until it is told something else.
     *
     * @param answer as the console's form calls it, such as {@code match}
     * @throws IllegalArgumentException where there is no such answer; the message names all
     */
    public void answer(String answer) {
        place(answer, Order.UNTIL_CHANGED);
    }

    /**
     * Answers so to the next call that it is about, and ordinarily again from then on.
     *
     * @param answer as the console's form calls it, such as {@code two-faces}
     * @throws IllegalArgumentException where there is no such answer; the message names all
     */
    public void answerOnce(String answer) {
        place(answer, 1);
    }

    private void place(String answer, int times) {
        Behaviour behaviour = Behaviour.of(answer)
                .orElseThrow(() -> new IllegalArgumentException("there is no answer \"" + answer + "\"; there are "
                        + Behaviour.all().stream().map(Behaviour::value).collect(Collectors.joining(", "))));
        sandbox.orders().place(new Order<>(behaviour, times, Duration.ZERO));
    }

    /**
     * The picture on a person's file, which is what one sends as a selfie to be that person.
     *
     * @param person {@code amina}, {@code wei} or {@code joerg}
     * @return a JPEG
     * @throws IllegalArgumentException where it knows nobody of that name
     */
    public byte[] portrait(String person) {
        return sandbox.people()
                .withId(person)
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no \"" + person + "\"; there are amina, wei and joerg"))
                .photo()
                .jpeg();
    }

    /**
     * How many face checks it was asked for.
     *
     * @return since the start, or since {@link #reset}
     */
    public long checks() {
        return sandbox.journal().checks();
    }

    /** Forgets what it was told and asked. Tokens that it gave out stay good, so that the next check is one check. */
    public void reset() {
        sandbox.forgetOrders();
    }

    /** Ends it; a second call does nothing. */
    @Override
    public void close() {
        server.close();
        sandbox.close();
    }
}
