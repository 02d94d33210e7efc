package org.facecheck.example.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser, that has a camera, or has none. Skips the test where there is none. */
final class Chromium implements AutoCloseable {
    private final ChromiumStart.Running running;
    private final ChromeDriver driver;
    private final URI application;

    private Chromium(URI application, ChromiumStart start) {
        this.application = application;
        this.running = start.run();
        this.driver = running.driver();
    }

    /** With a camera that shows these pictures in turn, again and again. */
    static Chromium seeing(URI application, byte[]... jpegs) {
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        Stream.of(jpegs).forEach(film::writeBytes);
        return new Chromium(application, ChromiumStart.withCamera(film.toByteArray()));
    }

    static Chromium with(URI application, String... arguments) {
        return new Chromium(application, new ChromiumStart(List.of(arguments), Map.of()));
    }

    /** Somebody has told this browser long ago to give no page the camera. */
    static Chromium denying(URI application) {
        return new Chromium(
                application,
                new ChromiumStart(
                        List.of("--use-fake-device-for-media-stream"),
                        Map.of("profile.default_content_setting_values.media_stream_camera", 2)));
    }

    static Chromium withoutScripts(URI application) {
        return new Chromium(
                application,
                new ChromiumStart(List.of(), Map.of("profile.managed_default_content_settings.javascript", 2)));
    }

    /** At an address outside of the application. */
    void go(String address) {
        driver.get(address);
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

    /**
     * Looks so often that it costs no test its time, and so long that a busy machine has its own; whoever looks while one page
     * makes room for the next looks again.
     */
    private FluentWait<WebDriver> patience() {
        return new WebDriverWait(driver, Duration.ofSeconds(20), Duration.ofMillis(50))
                .ignoring(WebDriverException.class);
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

    void press(CharSequence keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** The text of what has the focus. */
    String focused() {
        return driver.switchTo().activeElement().getText();
    }

    String attribute(String selector, String name) {
        return driver.findElement(By.cssSelector(selector)).getAttribute(name);
    }

    boolean isShown(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream().anyMatch(WebElement::isDisplayed);
    }

    void enterFrame(String selector) {
        driver.switchTo().frame(see(selector));
    }

    /** What an asynchronous function's body returns. */
    Object evaluate(String body, Object... arguments) {
        return driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1]; (async (...args) => {" + body
                        + "})(...arguments).then(done, (error) => done(String(error)))",
                arguments);
    }

    void waitFor(String condition) {
        patience().until(any -> Boolean.TRUE.equals(driver.executeScript("return " + condition)));
    }

    void openAnotherTab() {
        driver.switchTo().newWindow(WindowType.TAB);
    }

    void goBackToTheFirstTab() {
        driver.switchTo().window(List.copyOf(driver.getWindowHandles()).get(0));
    }

    void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void wear(String colours) {
        prefer(Map.of("prefers-color-scheme", colours));
    }

    /** What somebody has told their system: media features and their values. */
    void prefer(Map<String, String> features) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        features.entrySet().stream()
                                .map(one -> Map.of("name", one.getKey(), "value", one.getValue()))
                                .toList()));
    }

    /** As on a window of this width that is zoomed to 200 %. */
    void zoom(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width / 2, "height", height / 2, "deviceScaleFactor", 2, "mobile", false));
    }

    /**
     * What is visible and sticks out of the window, or is cut off in its box; but for the viewfinder, which shows the middle of the
     * camera's picture.
     */
    List<?> cut() {
        return (List<?>) evaluate("return [...document.querySelectorAll('.facecheck *, h1')]"
                + ".filter((part) => part.checkVisibility() && !part.matches('.facecheck-frame, .facecheck-frame *'))"
                + ".filter((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0"
                + " && getComputedStyle(part).overflowX !== 'visible' && part.localName !== 'input'"
                + " || part.getBoundingClientRect().right > innerWidth + 1"
                + " || part.getBoundingClientRect().left < -1).map((part) => part.outerHTML)");
    }

    void speak(String language) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", language)));
    }

    void connect(boolean online) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", !online, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /**
     * The errors and warnings in the browser's console since this was last asked, or since this test has the browser; but for the
     * server's icon, which the browser asks for by itself, and Payara does not have.
     */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .filter(line -> !line.contains("/favicon.ico - "))
                .toList();
    }

    /** What axe finds wrong with the page as it is now, one a line. */
    List<?> faults() {
        loadAxe();
        Object found = evaluate("return (await axe.run()).violations.flatMap((violation) =>"
                + " violation.nodes.map((node) => violation.id + ' ' + node.html + ' ' + node.failureSummary))");
        return found instanceof List<?> list ? list : List.of(found);
    }

    /** Likewise, with the parts shown that belong to each state in turn, whatever the page itself is at. */
    List<?> faultsInAllStates() {
        loadAxe();
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(5));
        Object found = evaluate("""
                const root = document.querySelector('.facecheck');
                const parts = [...root.querySelectorAll('[data-when]')];
                root.querySelectorAll('details').forEach((folded) => { folded.open = true; });
                root.querySelector('.facecheck-elsewhere').hidden = false;
                const texts = root.dataset.texts.split('\\n').map((line) => line.split('=')[1]);
                root.querySelector('.facecheck-status').textContent = texts.sort((a, b) => b.length - a.length)[0];
                const faults = [];
                for (const state of new Set(parts.flatMap((part) => part.dataset.when.split(' ')))) {
                  root.dataset.state = state;
                  root.dataset.taken = '';
                  parts.forEach((part) => { part.hidden = !part.dataset.when.split(' ').includes(state); });
                  for (const { id, nodes } of (await axe.run({ resultTypes: ['violations'] })).violations) {
                    faults.push(`${root.lang} ${state} ${id} ${nodes[0].html}`);
                  }
                }
                return faults;
                """);
        return found instanceof List<?> list ? list : List.of(found);
    }

    private void loadAxe() {
        try (InputStream axe = Chromium.class.getResourceAsStream("/axe.min.js")) {
            driver.executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void photograph(String name) {
        if (!Boolean.getBoolean("photographs")) {
            return;
        }
        try {
            Path file = Path.of(System.getProperty("screenshots"), System.getProperty("server") + "-" + name + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public void close() {
        running.leave();
    }
}
