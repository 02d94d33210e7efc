package org.facecheck.example.it;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A browser with another engine, driven by <a href="https://w3c.github.io/webdriver-bidi/">WebDriver BiDi</a>, which it
 * speaks by itself. Its camera shows one colour, or there is none. Since a start takes seconds, one that a test is through with
 * waits for the next test that wants the same, which has another tab and no cookies. Skips the test where there is no Firefox.
 */
final class Firefox implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** By what they were started with. */
    private static final Map<Map<String, Object>, Running> idle = new HashMap<>();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> idle.values().forEach(one -> one.process().end())));
    }

    private final URI application;
    private final Map<String, Object> preferences;
    private final Running running;
    private final BidiConnection bidi;
    private final String context;

    private Firefox(URI application, Map<String, Object> preferences) {
        this.application = application;
        this.preferences = preferences;
        Running waiting = idle.remove(preferences);
        this.running = waiting == null ? Running.with(preferences) : waiting;
        this.bidi = running.bidi();
        this.context =
                bidi.call("browsingContext.create", Map.of("type", "tab")).getString("context");
    }

    /** A browser at work. */
    private record Running(FirefoxProcess process, BidiConnection bidi) {
        static Running with(Map<String, Object> preferences) {
            FirefoxProcess process = FirefoxProcess.with(preferences);
            BidiConnection bidi = new BidiConnection(process.session());
            bidi.call("session.new", Map.of("capabilities", Map.of()));
            return new Running(process, bidi);
        }
    }

    /** With a camera that everybody may use. */
    static Firefox withCamera(URI application) {
        return new Firefox(
                application, Map.of("media.navigator.streams.fake", true, "media.navigator.permission.disabled", true));
    }

    static Firefox withoutCamera(URI application) {
        return new Firefox(application, Map.of("media.navigator.permission.disabled", true));
    }

    /** Somebody has told this browser long ago to give no page the camera. */
    static Firefox denying(URI application) {
        return new Firefox(application, Map.of("media.navigator.streams.fake", true, "permissions.default.camera", 2));
    }

    /** Where a name leads to this machine, to which a browser gives no camera without encryption. */
    static Firefox knowing(String host, URI application) {
        return new Firefox(application, Map.of("network.dns.localDomains", host));
    }

    void open(String page) {
        go(application.resolve(page).toString());
    }

    /** At an address outside of the application. */
    void go(String address) {
        bidi.call("browsingContext.navigate", Map.of("context", context, "url", address, "wait", "complete"));
    }

    /** What an asynchronous function's body returns, as text. */
    String evaluate(String body) {
        JsonObject answer = bidi.call(
                "script.evaluate",
                Map.of(
                        "expression",
                        "(async () => String(await (async () => {" + body + "})()))()",
                        "target",
                        Map.of("context", context),
                        "awaitPromise",
                        true));
        return answer.containsKey("exceptionDetails")
                ? answer.getJsonObject("exceptionDetails").getString("text")
                : answer.getJsonObject("result").getString("value");
    }

    void waitFor(String condition) {
        Instant end = Instant.now().plus(PATIENCE);
        String last = "";
        while (!last.equals("true")) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(condition + " is " + last + " on a page that says " + text("body"));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
                last = evaluate("return " + condition);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AssertionError(stopped);
            } catch (BidiConnection.Refused leaving) {
                last = leaving.getMessage();
            }
        }
    }

    void seeText(String selector, String text) {
        waitFor("document.querySelector('" + selector + "')?.innerText.includes(`" + text + "`) ?? false");
    }

    String text(String selector) {
        return evaluate("return document.querySelector('" + selector + "').innerText");
    }

    String path() {
        return evaluate("return location.pathname").replaceFirst("^" + application.getPath(), "");
    }

    boolean isShown(String selector) {
        return evaluate("return document.querySelector('" + selector
                        + "')?.checkVisibility({ visibilityProperty: true })")
                .equals("true");
    }

    void click(String selector) {
        waitFor("document.querySelector('" + selector + "')?.checkVisibility() ?? false");
        evaluate("document.querySelector('" + selector + "').scrollIntoView({ block: 'center', behavior: 'instant' })");
        JsonObject to = Json.createObjectBuilder()
                .add("type", "pointerMove")
                .add("x", 0)
                .add("y", 0)
                .add("origin", Json.createObjectBuilder().add("type", "element").add("element", reference(selector)))
                .build();
        JsonArrayBuilder steps = Json.createArrayBuilder().add(to);
        Stream.of("pointerDown", "pointerUp")
                .forEach(step ->
                        steps.add(Json.createObjectBuilder().add("type", step).add("button", 0)));
        perform(Json.createObjectBuilder()
                .add("type", "pointer")
                .add("id", "mouse")
                .add("actions", steps));
    }

    private void perform(JsonObjectBuilder source) {
        bidi.call(
                "input.performActions",
                Json.createObjectBuilder()
                        .add("context", context)
                        .add("actions", Json.createArrayBuilder().add(source))
                        .build());
    }

    void choose(String selector, Path file) {
        bidi.call(
                "input.setFiles",
                Json.createObjectBuilder()
                        .add("context", context)
                        .add("element", reference(selector))
                        .add(
                                "files",
                                Json.createArrayBuilder()
                                        .add(file.toAbsolutePath().toString()))
                        .build());
    }

    private JsonValue reference(String selector) {
        JsonObject node = bidi.call(
                        "browsingContext.locateNodes",
                        Map.of("context", context, "locator", Map.of("type", "css", "value", selector)))
                .getJsonArray("nodes")
                .getJsonObject(0);
        return Json.createObjectBuilder()
                .add("sharedId", node.getString("sharedId"))
                .build();
    }

    /** What axe finds wrong with the page as it is now. */
    String faults() {
        try (InputStream axe = Firefox.class.getResourceAsStream("/axe.min.js")) {
            bidi.call(
                    "script.evaluate",
                    Map.of(
                            "expression",
                            new String(axe.readAllBytes(), StandardCharsets.UTF_8) + "; ''",
                            "target",
                            Map.of("context", context),
                            "awaitPromise",
                            false));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return evaluate("return (await axe.run()).violations.map((one) => one.id + one.nodes[0].html).join()");
    }

    void photograph(String name) {
        byte[] png = Base64.getDecoder()
                .decode(bidi.call("browsingContext.captureScreenshot", Map.of("context", context))
                        .getString("data"));
        try {
            Path file = Path.of(System.getProperty("screenshots"), System.getProperty("server") + "-" + name + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, png);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public void close() {
        try {
            bidi.call("browsingContext.close", Map.of("context", context));
            bidi.call("storage.deleteCookies", Map.of());
            idle.put(preferences, running);
        } catch (BidiConnection.Refused broken) {
            running.process().end();
        }
    }
}
