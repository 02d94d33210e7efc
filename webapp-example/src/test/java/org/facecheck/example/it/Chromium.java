package org.facecheck.example.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser, with a camera that shows one picture all the time. Skips the test where there is none. */
final class Chromium implements AutoCloseable {
    private static final Path FILES = Path.of("target", "chromium").toAbsolutePath();

    private final ChromeDriver driver;
    private final URI application;

    private Chromium(URI application, ChromeOptions options) {
        this.application = application;
        this.driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File(found("CHROMEDRIVER", "chromedriver")))
                        .withSilent(true)
                        .build(),
                options);
        driver.manage().window().setSize(new Dimension(1000, 760));
    }

    static Chromium seeing(byte[] jpeg, URI application) {
        try {
            Files.createDirectories(FILES);
            Path camera = Files.write(Files.createTempFile(FILES, "camera", ".mjpeg"), jpeg);
            ChromeOptions options = options();
            options.addArguments(
                    "--use-fake-ui-for-media-stream",
                    "--use-fake-device-for-media-stream",
                    "--use-file-for-fake-video-capture=" + camera);
            return new Chromium(application, options);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    static Chromium withoutScripts(URI application) {
        ChromeOptions options = options();
        options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        return new Chromium(application, options);
    }

    private static ChromeOptions options() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(found("CHROMIUM", "chromium", "chromium-browser", "google-chrome"));
        List<String> arguments = new ArrayList<>(List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en"));
        try {
            Files.createDirectories(FILES);
            arguments.add("--user-data-dir=" + Files.createTempDirectory(FILES, "profile"));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return options.addArguments(arguments);
    }

    private static String found(String variable, String... names) {
        Optional<String> path = Stream.concat(
                        Stream.ofNullable(System.getenv(variable)),
                        Stream.of(System.getenv("PATH").split(File.pathSeparator))
                                .flatMap(folder -> Stream.of(names).map(name -> folder + File.separator + name)))
                .filter(file -> new File(file).canExecute())
                .findFirst();
        assumeTrue(
                path.isPresent(),
                () -> "SKIPPED: there is no " + names[0] + " on this machine; install it, or name it in " + variable);
        return path.orElseThrow();
    }

    void open(String page) {
        driver.get(application.resolve(page).toString());
    }

    String path() {
        return URI.create(driver.getCurrentUrl()).getPath().replaceFirst("^" + application.getPath(), "");
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    WebElement see(String selector) {
        return new WebDriverWait(driver, Duration.ofSeconds(20))
                .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
    }

    void seeText(String selector, String text) {
        new WebDriverWait(driver, Duration.ofSeconds(20))
                .until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(selector), text));
    }

    void click(String selector) {
        see(selector).click();
    }

    void type(String selector, String text) {
        see(selector).sendKeys(text);
    }

    void choose(String selector, Path file) {
        driver.findElement(By.cssSelector(selector))
                .sendKeys(file.toAbsolutePath().toString());
    }

    /** A date as a date field holds it, whatever the browser's language shows. */
    void date(String selector, String date) {
        driver.executeScript("arguments[0].value = arguments[1]", see(selector), date);
    }

    void forgetCookies() {
        driver.manage().deleteAllCookies();
    }

    void photograph(String name) {
        try {
            Path folder = Files.createDirectories(Path.of(System.getProperty("screenshots")));
            Files.write(
                    folder.resolve(System.getProperty("server") + "-" + name + ".png"),
                    driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
