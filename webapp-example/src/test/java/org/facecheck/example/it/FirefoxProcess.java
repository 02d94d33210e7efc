package org.facecheck.example.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Firefox without a window, in a profile of its own, that waits for commands.
 *
 * @param session where it takes them
 */
record FirefoxProcess(Process process, URI session) {
    private static final Path FILES = Path.of("target", "firefox").toAbsolutePath();
    private static final Program BROWSER = new Program("FIREFOX", List.of("firefox", "firefox-esr"));
    private static final Map<String, Object> ALWAYS = Map.of("intl.accept_languages", "en");
    private static final String LISTENING = "WebDriver BiDi listening on ";

    static FirefoxProcess with(Map<String, Object> preferences) {
        try {
            Files.createDirectories(FILES);
            Path profile = Files.createTempDirectory(FILES, "profile");
            Files.write(
                    profile.resolve("user.js"),
                    Stream.concat(preferences.entrySet().stream(), ALWAYS.entrySet().stream())
                            .map(one -> "user_pref(\"%s\", %s);"
                                    .formatted(
                                            one.getKey(),
                                            one.getValue() instanceof String text ? '"' + text + '"' : one.getValue()))
                            .toList());
            Process process = new ProcessBuilder(
                            BROWSER.installed().toString(),
                            "--headless",
                            "--no-remote",
                            "--profile",
                            profile.toString(),
                            "--remote-debugging-port",
                            "0")
                    .redirectErrorStream(true)
                    .start();
            return new FirefoxProcess(process, URI.create(address(process) + "/session"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads on in the background, so that the browser never waits to be heard. */
    private static String address(Process process) throws IOException {
        BufferedReader said = process.inputReader();
        String line = said.readLine();
        while (line != null && !line.startsWith(LISTENING)) {
            line = said.readLine();
        }
        if (line == null) {
            throw new AssertionError("Firefox ended before it listened");
        }
        Thread reader = new Thread(() -> said.lines().forEach(ignored -> {}), "firefox-output");
        reader.setDaemon(true);
        reader.start();
        return line.substring(LISTENING.length());
    }

    /** With all that it has started. */
    void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
