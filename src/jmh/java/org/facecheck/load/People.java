package org.facecheck.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Those who have their faces checked, all at once. */
final class People {
    private static final Person NOBODY = new Person("nobody=0", "none");

    private final URI url;
    private final byte[] picture;

    People(String url, byte[] picture) {
        this.url = URI.create(url);
        this.picture = picture;
    }

    /** Somebody on the capture page. */
    private record Person(String cookie, String token) {}

    /** Those who are there and ready to go; opening the page is not what is measured. */
    Supplier<Rush> gathered(String way, int count, Duration uplink) {
        List<Person> people = way.equals("facecheck") ? arrive(count) : Collections.nCopies(count, NOBODY);
        List<byte[]> heads = people.stream().map(person -> head(way, person)).toList();
        Crowd crowd = new Crowd(new InetSocketAddress(url.getHost(), url.getPort()), picture, uplink);
        return () -> rush(crowd, heads);
    }

    private byte[] head(String way, Person person) {
        return """
                POST %s/%s HTTP/1.1
                Host: %s
                Content-Type: image/jpeg
                Content-Length: %d
                Cookie: %s
                Facecheck-Token: %s

                """.formatted(url.getPath(), way, url.getAuthority(), picture.length, person.cookie(), person.token())
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Rush rush(Crowd crowd, List<byte[]> heads) {
        long begin = System.nanoTime();
        List<Integer> statuses;
        try {
            statuses = crowd.statuses(heads);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        int checked = (int) statuses.stream().filter(status -> status == 201).count();
        int refused = (int) statuses.stream().filter(status -> status == 503).count();
        return new Rush(checked, refused, heads.size() - checked - refused, seconds);
    }

    private List<Person> arrive(int count) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
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
}
