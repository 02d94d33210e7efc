package org.facecheck.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Those who have their faces checked, all at once. */
final class People implements AutoCloseable {
    private static final int STEPS = 12;

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1, People::daemon);
    private final String url;
    private final byte[] picture;

    People(String url, byte[] picture) {
        this.url = url;
        this.picture = picture;
    }

    /** Somebody on the capture page. */
    private record Person(String cookie, String token) {}

    /** What came of one rush: how many were checked, how many turned away, and how long it took until the last one knew. */
    record Rush(int checked, int refused, int failed, double seconds) {
        double checksPerSecond() {
            return checked / seconds;
        }
    }

    /** One client for each rush, so that none finds the connections of another. */
    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(90))
                .build();
    }

    Rush rush(String way, int count, Duration uplink) {
        return gathered(way, count, uplink).get();
    }

    /** Those who are there and ready to go; opening the page is not what is measured. */
    Supplier<Rush> gathered(String way, int count, Duration uplink) {
        HttpClient http = client();
        List<HttpRequest> requests = new ArrayList<>();
        List<Person> people = way.equals("facecheck") ? arrive(count) : List.of();
        for (int i = 0; i < count; i++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/" + way))
                    .timeout(Duration.ofSeconds(120))
                    .header("Content-Type", "image/jpeg")
                    .POST(uplink.isZero() ? BodyPublishers.ofByteArray(picture) : slow(uplink));
            if (!people.isEmpty()) {
                request.header("Cookie", people.get(i).cookie())
                        .header("Facecheck-Token", people.get(i).token());
            }
            requests.add(request.build());
        }
        return () -> rush(http, requests);
    }

    private static Rush rush(HttpClient http, List<HttpRequest> requests) {
        long begin = System.nanoTime();
        List<CompletableFuture<Integer>> answers = requests.stream()
                .map(request -> http.sendAsync(request, BodyHandlers.discarding())
                        .thenApply(answer -> answer.statusCode())
                        .exceptionally(failure -> 0))
                .toList();
        List<Integer> statuses = answers.stream().map(CompletableFuture::join).toList();
        double seconds = (System.nanoTime() - begin) / 1e9;
        int checked = (int) statuses.stream().filter(status -> status == 201).count();
        int refused = (int) statuses.stream().filter(status -> status == 503).count();
        return new Rush(checked, refused, requests.size() - checked - refused, seconds);
    }

    private List<Person> arrive(int count) {
        HttpClient http = client();
        List<Person> people = new ArrayList<>();
        for (int begun = 0; begun < count; begun += 100) {
            List<CompletableFuture<Person>> some = new ArrayList<>();
            for (int i = begun; i < Math.min(count, begun + 100); i++) {
                some.add(http.sendAsync(
                                HttpRequest.newBuilder(URI.create(url + "/facecheck"))
                                        .build(),
                                BodyHandlers.ofString())
                        .thenApply(page -> new Person(
                                page.headers()
                                        .firstValue("Set-Cookie")
                                        .orElseThrow()
                                        .split(";", 2)[0],
                                page.body().strip())));
            }
            some.forEach(person -> people.add(person.join()));
        }
        return people;
    }

    /** A body that takes so long to send. */
    private BodyPublisher slow(Duration uplink) {
        return BodyPublishers.fromPublisher(
                subscriber -> subscriber.onSubscribe(new Trickle(subscriber, uplink)), picture.length);
    }

    /** Gives out a piece at each tick, if it was asked for one; the JDK's client always has asked by then. */
    private final class Trickle implements Flow.Subscription {
        private final Subscriber<? super ByteBuffer> subscriber;
        private final AtomicBoolean begun = new AtomicBoolean();
        private final long tickNanos;
        private int step;

        private Trickle(Subscriber<? super ByteBuffer> subscriber, Duration uplink) {
            this.subscriber = subscriber;
            this.tickNanos = uplink.toNanos() / STEPS;
        }

        @Override
        public void request(long n) {
            if (begun.compareAndSet(false, true)) {
                tick();
            }
        }

        @Override
        public void cancel() {
            step = STEPS;
        }

        private void tick() {
            if (step < STEPS) {
                int from = (int) ((long) picture.length * step / STEPS);
                int to = (int) ((long) picture.length * (step + 1) / STEPS);
                step++;
                subscriber.onNext(ByteBuffer.wrap(picture, from, to - from).slice());
                if (step == STEPS) {
                    subscriber.onComplete();
                } else {
                    timer.schedule(this::tick, tickNanos, TimeUnit.NANOSECONDS);
                }
            }
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "people");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
