package org.facecheck.engine.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.servlet.ServletException;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.facecheck.FaceMatch;
import org.facecheck.Selfie;
import org.facecheck.engine.picture.Photographs;
import org.facecheck.engine.picture.Photographs.Cut;
import org.facecheck.engine.weights.FetchedPackage;
import org.facecheck.internal.config.Credentials;
import org.facecheck.internal.config.ServiceConfig;
import org.facecheck.internal.config.ServiceConfig.Dialect;
import org.facecheck.internal.config.ServiceConfig.TokenRequest;
import org.facecheck.internal.faceki.FacekiClient;
import org.jspecify.annotations.Nullable;

/** A service with a gallery of its own in H2 files, and what an application and an operator's script send to it. */
final class RunningService implements AutoCloseable {
    static final String CHECK_SECRET = "5f1c6e6b0e3b4c1f8a52d7c9e0b1a2f3";
    static final String ENROL_SECRET = "90ab6e6b0e3b4c1f8a52d7c9e0b1a2f3";

    private static final Map<Cut, byte[]> PICTURES = new ConcurrentHashMap<>();

    /** As the library's own client. An upgrade to HTTP/2 in clear text is what Payara drops while an enrolment takes long. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI address;
    private final @Nullable StandaloneServer server;

    private RunningService(URI address, @Nullable StandaloneServer server) {
        this.address = address;
        this.server = server;
    }

    /** A service that somebody else has started with {@link #settings}. */
    static RunningService at(URI address) {
        return new RunningService(address, null);
    }

    /** The program, on a free port. */
    static RunningService start(Path directory, String... settings) throws IOException, ServletException {
        settings(directory, settings);
        System.setProperty(
                EngineListener.PROPERTY, directory.resolve("engine.properties").toString());
        StandaloneServer server = StandaloneServer.start(0);
        return new RunningService(server.address(), server);
    }

    /**
     * The same in a directory of which another server's run has left something. The databases have names of their own: Payara has H2
     * itself, which keeps one open for some seconds after its application is gone, and its files.
     */
    static void freshSettings(Path directory, String... more) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
        String own = Long.toString(System.nanoTime(), 36);
        settings(
                Files.createDirectories(directory),
                String.join("\n", more) + "\npeople=people-" + own + "\nkeys=keys-" + own);
    }

    /** What an operator writes; the running test is skipped where there are no weights. */
    static void settings(Path directory, String... more) throws IOException {
        Files.writeString(
                directory.resolve("engine.properties"),
                "weights=" + FetchedPackage.archive()
                        + "\nmaster-keys=master.keys\nclients=clients\npeople=people\nkeys=keys\n"
                        + String.join("\n", more));
        // printf %s secret | sha256sum
        Files.writeString(
                directory.resolve("clients"),
                "# two\nintranet %s check\nhr %s enrol\n"
                        .formatted(
                                "0aff5d0497eaf6b4cdb4123485c11242dbffa6fb2de9bf477f182e9b98b75714",
                                "6d87ee78fd1fc29d644c73cbb1848cf5f9d8098652aa8ae94ef04c34bf812208"));
        Path keys = Files.writeString(
                directory.resolve("master.keys"),
                "lookup AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\na ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=\n");
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
    }

    /** Where it answers. */
    URI address() {
        return address;
    }

    /** A cut-out as a file. Made once: the archive with the photographs is read and verified for it. */
    static byte[] picture(Cut cut) {
        return PICTURES.computeIfAbsent(cut, one -> Photographs.png(Photographs.image(one)));
    }

    /** What the library's own client makes of a selfie. */
    FaceMatch ask(Dialect dialect, TokenRequest tokens, String secret, Cut selfie) {
        ServiceConfig config = new ServiceConfig(
                address,
                new Credentials("intranet", secret, null),
                dialect,
                tokens,
                true,
                null,
                Duration.ofSeconds(3),
                Duration.ofSeconds(20),
                10,
                5,
                Duration.ofSeconds(30),
                true);
        try (FacekiClient client = new FacekiClient(config, Clock.systemUTC())) {
            return client.match(new Selfie(picture(selfie), Selfie.Format.PNG, selfie.width(), selfie.height()))
                    .toCompletableFuture()
                    .join();
        }
    }

    FaceMatch ask(Dialect dialect, Cut selfie) {
        return ask(dialect, TokenRequest.QUERY, CHECK_SECRET, selfie);
    }

    /** A token that an operator's script asks for. */
    String token(String id, String secret) {
        String body = Json.createObjectBuilder()
                .add("clientId", id)
                .add("clientSecret", secret)
                .build()
                .toString();
        JsonObject answer = json(post("/auth/api/generate-token", null, "application/json", body.getBytes(UTF_8)));
        return answer.getJsonObject("data").getString("access_token");
    }

    HttpResponse<String> enrol(String key, Cut... portraits) {
        JsonArrayBuilder pictures = Json.createArrayBuilder();
        for (Cut portrait : portraits) {
            pictures.add(Base64.getEncoder().encodeToString(picture(portrait)));
        }
        JsonObject person = Json.createObjectBuilder()
                .add("key", key)
                .add(
                        "record",
                        Json.createObjectBuilder()
                                .add("id", "HR-" + key)
                                .add("status", "ACCEPTED")
                                .add("verificationPassed", true)
                                .add("livenessDecision", "accept")
                                .add("expiry", "2099-06-30")
                                .add(
                                        "fields",
                                        Json.createObjectBuilder()
                                                .add("fullName", key.toUpperCase(Locale.ROOT))
                                                .add("documentNumber", "P123")))
                .add("portraits", pictures)
                .add(
                        "consent",
                        Json.createObjectBuilder().add("reference", "HR/1").add("keepUntil", "2099-12-31"))
                .build();
        return post(
                "/engine/people",
                token("hr", ENROL_SECRET),
                "application/json",
                person.toString().getBytes(UTF_8));
    }

    HttpResponse<String> post(String path, @Nullable String token, String type, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    /** The answer's text to a selfie, of somebody who claims to be somebody if a key is given. */
    String check(Cut selfie, @Nullable String key) {
        String head = "--b\r\nContent-Disposition: form-data; name=\"";
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes((head + "selfie_image\"\r\n\r\n").getBytes(UTF_8));
        form.writeBytes(picture(selfie));
        if (key != null) {
            form.writeBytes(("\r\n" + head + "person_key\"\r\n\r\n" + key).getBytes(UTF_8));
        }
        form.writeBytes("\r\n--b--\r\n".getBytes(UTF_8));
        String type = "multipart/form-data; boundary=b";
        return post("/facelink/api/face-check", token("intranet", CHECK_SECRET), type, form.toByteArray())
                .body();
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    static JsonObject json(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    @Override
    public void close() throws ServletException {
        if (server != null) {
            server.close();
        }
    }
}
