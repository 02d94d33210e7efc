package org.facecheck.load.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Builds the requests of many clients. Each client has a session and a form token of its own, as on a real capture page. */
final class Clients {
    /** How many pages are asked for at once: fast enough, and not a burst of its own. */
    private static final int PAGES_AT_ONCE = 100;

    /** A server that does not even show pages any more can't be measured; without a limit the programme would hang. */
    private static final Duration PAGE_PATIENCE = Duration.ofMinutes(1);

    /** The checks by hand ask for no session. */
    private static final Visitor WITHOUT_SESSION = new Visitor("none=0", "none");

    private final URI url;
    private final byte[] picture;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Clients(String url, byte[] picture) {
        this.url = URI.create(url);
        this.picture = picture;
    }

    /** A session on the capture page: its cookie, and the form token that the page shows. */
    private record Visitor(String cookie, String token) {}

    /** Opens the pages now and returns the burst of uploads, ready to run: opening pages is not what is measured. */
    Supplier<Burst> prepare(String variant, int count, Duration uplink, Duration patience) {
        List<Visitor> visitors =
                variant.equals("facecheck") ? openPages(count) : Collections.nCopies(count, WITHOUT_SESSION);
        List<byte[]> heads = visitors.stream()
                .map(visitor -> head(variant, visitor, "image/jpeg"))
                .toList();
        ConcurrentUploads uploads = new ConcurrentUploads(address(), picture, uplink, patience);
        return () -> {
            try {
                return uploads.run(heads);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        };
    }

    /** Opens the pages now and returns slow uploads, ready to start: the page's form and the picture as body by turns. */
    SlowUploads prepareSlow(int count) {
        List<byte[]> beginnings = new ArrayList<>();
        for (Visitor visitor : openPages(count)) {
            beginnings.add(
                    beginnings.size() % 2 == 0
                            ? formBeginning(visitor)
                            : concat(head("facecheck", visitor, "image/jpeg"), picture, 256));
        }
        return new SlowUploads(address(), beginnings);
    }

    /** The form's first part with the token, and the first bytes of its second part. */
    private byte[] formBeginning(Visitor visitor) {
        String parts = """
                --boundary
                Content-Disposition: form-data; name="token"

                %s
                --boundary
                Content-Disposition: form-data; name="selfie"; filename="selfie.jpg"
                Content-Type: image/jpeg

                """.formatted(visitor.token()).replace("\n", "\r\n");
        byte[] head = head("facecheck", visitor, "multipart/form-data; boundary=boundary");
        byte[] text = parts.getBytes(StandardCharsets.US_ASCII);
        return concat(concat(head, text, text.length), picture, 256);
    }

    /** The first array, and the beginning of the second. */
    private static byte[] concat(byte[] first, byte[] second, int length) {
        byte[] both = new byte[first.length + length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, length);
        return both;
    }

    /** Written by hand, since no HTTP client sends a body in pieces from one thread for thousands of connections. */
    private byte[] head(String variant, Visitor visitor, String contentType) {
        return """
                POST %s/%s HTTP/1.1
                Host: %s
                Content-Type: %s
                Content-Length: %d
                Cookie: %s
                Facecheck-Token: %s

                """.formatted(
                        url.getPath(),
                        variant,
                        url.getAuthority(),
                        contentType,
                        picture.length,
                        visitor.cookie(),
                        visitor.token())
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Resolved once; the host is a literal loopback address. */
    private InetSocketAddress address() {
        return new InetSocketAddress(url.getHost(), url.getPort());
    }

    /** Asks for the capture page without a cookie, as often as there are visitors: each answer begins a session. */
    private List<Visitor> openPages(int count) {
        List<Visitor> visitors = new ArrayList<>();
        while (visitors.size() < count) {
            List<CompletableFuture<Visitor>> pages = new ArrayList<>();
            for (int i = 0; i < Math.min(count - visitors.size(), PAGES_AT_ONCE); i++) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/facecheck"))
                        .timeout(PAGE_PATIENCE)
                        .build();
                pages.add(http.sendAsync(request, BodyHandlers.ofString()).thenApply(Clients::visitor));
            }
            pages.forEach(page -> visitors.add(page.join()));
        }
        return visitors;
    }

    /** The capture page's view of this application shows nothing but the token. */
    private static Visitor visitor(HttpResponse<String> page) {
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
        return new Visitor(cookie.split(";", 2)[0], page.body().strip());
    }
}
