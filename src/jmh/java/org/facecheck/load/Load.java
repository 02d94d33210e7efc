package org.facecheck.load;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.facecheck.bench.Results;
import org.facecheck.load.Options.Part;
import org.facecheck.load.client.ClientProcess;
import org.facecheck.load.server.Server;
import org.facecheck.load.server.ServerKind;

/**
 * Many people at once, and a Face Match API that takes a second: how many checks a second come through, what other pages take
 * meanwhile, what memory a waiting check holds, and what slow clients do to quick ones. Measures Facecheck, the same check by
 * hand (blocking and asynchronous), and no check at all, on Undertow alone and on WildFly; slow clients on Payara, too.
 */
public final class Load {
    /** How long an upstream connection stays open unused, in seconds, where its memory is to be part of the figure. */
    private static final String SHORT_KEEP_ALIVE = "-Djdk.httpclient.keepalive.timeout=2";

    private final ClientProcess clients;
    private final Report report = new Report();
    private final Options options;

    private Load(ClientProcess clients, Options options) {
        this.clients = clients;
        this.options = options;
    }

    /** Runs what {@link Options} names. Exits with 1 and a sentence where a figure can't be right. */
    public static void main(String... arguments) throws IOException {
        int exit = 0;
        try (ClientProcess clients = new ClientProcess()) {
            new Load(clients, Options.parse(arguments)).run();
        } catch (ImplausibleFigureException wrong) {
            System.err.println("This figure can't be right: " + wrong.getMessage() + ".");
            exit = 1;
        }
        System.exit(exit); // HTTP clients and the probe have threads that would keep the programme
    }

    /** Writes the file only where every figure could be right. */
    private void run() throws IOException {
        report.printHead();
        for (ServerKind kind : options.servers()) {
            // The others have to be fetched first and take a while to start, so an ordinary build leaves it out.
            if (options.full() ? kind.isPresent() : kind == ServerKind.UNDERTOW) {
                measure(kind);
            }
        }
        Files.writeString(Results.file(options.full() ? "load.json" : "load-smoke.json"), report.json());
    }

    /** Each part has a server of its own: what one leaves behind in the heap or in pools is not in another's figures. */
    private void measure(ServerKind kind) throws IOException {
        if (options.parts().contains(Part.SLOW)) {
            try (Server server = kind.start(defaultShares())) {
                new SlowSenders(server, clients, report, options.full()).measure();
            }
        }
        // Payara has its own way with slow clients; how it parses and computes is the same as on the others.
        if (kind == ServerKind.PAYARA) {
            return;
        }
        if (options.parts().contains(Part.THROUGHPUT)) {
            try (Server server = kind.start(settings())) {
                new Throughput(server, clients, report, options.full()).measure();
            }
        }
        // A few checks are lost in the noise of the heap, so there is no memory to measure without `full`.
        if (options.parts().contains(Part.MEMORY) && options.full()) {
            try (Server server = kind.start(settings(), SHORT_KEEP_ALIVE)) {
                new MemoryPerCheck(server, clients, report).measure();
            }
        }
        if (options.parts().contains(Part.DEPLOYMENT) && kind == ServerKind.WILDFLY) {
            try (Server server = kind.start(settings())) {
                report.add(new Deployments(server.name(), settings()).measure());
            }
        }
    }

    /** Facecheck with limits that none of the quick clients reaches: what is measured is the work and not the refusal. */
    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("facecheck.protect", "/secure/*");
        settings.put("facecheck.service.base-url", clients.service());
        settings.put("facecheck.service.client-id", "id");
        settings.put("facecheck.service.client-secret", "secret");
        settings.put("facecheck.service.max-concurrent", "2000");
        settings.put("facecheck.attempts.max-per-address", "1000000"); // all clients come from one address
        settings.put("facecheck.service.timeout", "PT60S");
        settings.put("facecheck.service.connect-timeout", "PT60S"); // the checks by hand have no such limit
        settings.put("facecheck.capture.view", "/view");
        settings.put("facecheck.capture.max-bytes-in-flight", "400000000");
        settings.put("facecheck.capture.max-bytes-per-address", "400000000");
        settings.put("facecheck.capture.max-uploads-per-address", "5000");
        return settings;
    }

    /** The same, with the share that an address has by default: that is what keeps the slow senders from the quick ones. */
    private Map<String, String> defaultShares() {
        Map<String, String> settings = settings();
        settings.keySet().removeIf(key -> key.startsWith("facecheck.capture.max-"));
        settings.remove("facecheck.service.max-concurrent");
        return settings;
    }

    /** Lets some time pass; unlike {@code Thread.sleep}, without a checked exception in each caller. */
    static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
