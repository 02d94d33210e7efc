package org.facecheck.detector;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium whose camera shows a scene. Skips the tests where there is none, or where the build had no npm. */
final class Browser implements AutoCloseable {
    private final Path folder;
    private final ChromeDriver driver;

    Browser() {
        assumeTrue(
                Browser.class.getResource("/org/facecheck/detector/detector.bin") != null,
                "SKIPPED: this build has no weights, see its output");
        try {
            folder = Files.createTempDirectory(
                            Files.createDirectories(Path.of("..", "..", "target", "detector")), "browser")
                    .toRealPath();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(installed("chromium"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1000,900",
                "--lang=en",
                "--user-data-dir=" + folder.resolve("profile"),
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                "--use-file-for-fake-video-capture=" + film());
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(installed("chromedriver"))
                        .withSilent(true)
                        .build(),
                options);
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(5));
    }

    private static File installed(String name) {
        File file = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(path -> new File(path, name))
                .filter(File::canExecute)
                .findFirst()
                .orElse(null);
        assumeTrue(file != null, () -> "SKIPPED: there is no " + name + " on this machine");
        return file;
    }

    private Path film() {
        return folder.resolve("camera.mjpeg");
    }

    /** Shows the page to somebody before the camera; the film is looked for when the camera starts. */
    void open(String page, String language, Scene scene) {
        try {
            Files.write(film(), jpeg(scene));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", language)));
        driver.get(page);
        driver.executeScript("sessionStorage.clear()"); // who said "Wait" in a test before was somebody else
    }

    static byte[] jpeg(Scene scene) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var stream = ImageIO.createImageOutputStream(encoded)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(0.92f);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(scene.picture(), null, null), quality);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return encoded.toByteArray();
    }

    /** From now on, what is at such an address is not to be had. */
    void block(String address) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", new String[] {address}));
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    }

    private WebDriverWait patience() {
        WebDriverWait wait = new WebDriverWait(driver, Duration.ofSeconds(30), Duration.ofMillis(50));
        wait.ignoring(WebDriverException.class);
        return wait;
    }

    WebElement see(String selector) {
        return patience().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
    }

    void seeText(String selector, String text) {
        patience().until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(selector), text));
    }

    void click(String selector) {
        see(selector).click();
    }

    boolean isShown(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream().anyMatch(WebElement::isDisplayed);
    }

    String attribute(String name) {
        return driver.findElement(By.cssSelector(".facecheck")).getAttribute(name);
    }

    void waitFor(String condition) {
        patience().until(any -> Boolean.TRUE.equals(driver.executeScript("return " + condition)));
    }

    /** What an asynchronous function's body returns. */
    Object evaluate(String body, Object... arguments) {
        return driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1]; (async (...args) => {" + body
                        + "})(...arguments).then(done, (error) => done(String(error.stack ?? error)))",
                arguments);
    }

    /** Starts the camera as somebody who has said "Wait" before: no picture takes itself, however long the next step takes. */
    void startCalmly() {
        evaluate("sessionStorage.setItem('facecheck-wait', 'yes')");
        click("[data-step=start]");
    }

    /**
     * From the moment on when the page's capture, {@code root}, is so, time stands still for the page: on a busy machine a test may
     * take longer for its next step than a countdown lasts.
     */
    void holdTime(String when) {
        evaluate("const root = document.querySelector('.facecheck');"
                + " new MutationObserver((changes, observer) => { if (!(" + when + ")) return; observer.disconnect();"
                + " const now = performance.now(); performance.now = () => now; })"
                + ".observe(root, { attributes: true });");
    }

    void letTimeGoOn() {
        evaluate("delete performance.now");
    }

    /**
     * From now on, the page's time goes ten times as fast: what comes by itself, or must not, does so sooner. The camera's own time
     * stays, and so does that of a detector. What the page looks at is counted.
     */
    void hurryTime() {
        evaluate("""
                const real = Performance.prototype.now.bind(performance);
                const [then, begun, later] = [performance.now(), real(), setTimeout];
                performance.now = () => then + 10 * (real() - begun);
                window.setTimeout = (call, millis, ...rest) => later(call, millis / 10, ...rest);
                const { prototype } = CanvasRenderingContext2D;
                const { getImageData } = prototype;
                window.looks = 0;
                prototype.getImageData = function (...part) {
                  window.looks++;
                  return getImageData.apply(this, part);
                };
                """);
    }

    /** Lets so many milliseconds of the page's hurried time pass, and, as long as its camera is looked at, ten looks and more. */
    void letPass(int millis) {
        evaluate("""
                const { dataset } = document.querySelector('.facecheck');
                const [end, looks] = [performance.now() + args[0], window.looks + 10];
                while (performance.now() < end || (dataset.state === 'looking' && window.looks < looks)) {
                  await new Promise((done) => setTimeout(done, 150));
                }
                """, millis);
    }

    void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** How light the lightest pixel is near a place in an element, given in parts of its width and height: 1 for white. */
    double light(String selector, double across, double along) throws IOException {
        WebElement element = see(selector);
        driver.executeScript("arguments[0].scrollIntoView()", element);
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(element.getScreenshotAs(OutputType.BYTES)));
        double lightest = 0;
        for (int near = -4; near <= 4; near++) {
            int rgb = shown.getRGB(
                    (int) (across * shown.getWidth()), Math.max(0, (int) (along * shown.getHeight()) + near));
            lightest = Math.max(lightest, ((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)) / 765.0);
        }
        return lightest;
    }

    /** For people to look at. */
    void photograph(String name) {
        try {
            Path file = Path.of(System.getProperty("results"), name + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
