package org.facecheck.example.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/**
 * How a Chromium is started. Since that takes seconds, one that a test is through with waits for the next test that wants the
 * same, with nothing left in it of the one before.
 */
record ChromiumStart(List<String> arguments, Map<String, ?> preferences) {
    private static final Path FILES = Path.of("target", "chromium").toAbsolutePath();
    private static final Program BROWSER =
            new Program("CHROMIUM", List.of("chromium", "chromium-browser", "google-chrome"));
    private static final Program DRIVER = new Program("CHROMEDRIVER", List.of("chromedriver"));
    private static final int IDLE = 6;
    private static final List<String> ALWAYS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // A name without encryption: only this machine's own address has a camera without.
            "--host-resolver-rules=MAP selfie.example 127.0.0.1",
            "--window-size=1000,760",
            "--lang=en");

    private static final Deque<Running> idle = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> idle.forEach(running -> running.driver.quit())));
    }

    /** A browser at work, of which each test has another tab. */
    record Running(ChromiumStart start, ChromeDriver driver) {
        /** Lets the next test have it. */
        void leave() {
            try {
                List<String> used = List.copyOf(driver.getWindowHandles());
                String fresh = driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
                used.forEach(tab -> driver.switchTo().window(tab).close());
                driver.switchTo().window(fresh);
                driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
                driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
                driver.executeCdpCommand("Browser.resetPermissions", Map.of());
                driver.manage().logs().get(LogType.BROWSER);
                idle.addLast(this);
            } catch (WebDriverException broken) {
                driver.quit();
            }
            if (idle.size() > IDLE) {
                idle.removeFirst().driver.quit();
            }
        }
    }

    Running run() {
        Optional<Running> waiting =
                idle.stream().filter(running -> running.start.equals(this)).findFirst();
        waiting.ifPresent(idle::remove);
        return waiting.orElseGet(() -> new Running(this, launch()));
    }

    private ChromeDriver launch() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.installed());
        options.addArguments(ALWAYS).addArguments(arguments);
        options.setExperimentalOption("prefs", preferences);
        options.setCapability(ChromeOptions.LOGGING_PREFS, Map.of(LogType.BROWSER, "ALL"));
        try {
            options.addArguments("--user-data-dir=" + Files.createTempDirectory(files(), "profile"));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.installed())
                        .withSilent(true)
                        .build(),
                options);
    }

    /** With a camera that shows this film again and again. It is looked for when the camera starts, in one place for all. */
    static ChromiumStart withCamera(byte[] film) {
        try {
            Path camera = Files.write(files().resolve("camera.mjpeg"), film);
            return new ChromiumStart(
                    List.of(
                            "--use-fake-ui-for-media-stream",
                            "--use-fake-device-for-media-stream",
                            "--use-file-for-fake-video-capture=" + camera),
                    Map.of());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static Path files() throws IOException {
        return Files.createDirectories(FILES);
    }
}
