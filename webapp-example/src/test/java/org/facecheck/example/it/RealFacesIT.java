package org.facecheck.example.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The README's other command: somebody enrols before a camera, is recognised, and others are not. */
@OnOneServer
@EnabledIf(
        value = "areThereWeights",
        disabledReason = "SKIPPED: npm is missing or reaches no registry: there are no weights")
@Tag("thorough")
class RealFacesIT {
    private static final Path WEIGHTS = Path.of(System.getProperty("weights.file", "none"));
    private static final Path SETTINGS = Path.of("target", "run", "engine");

    @TempDir
    Path directory;

    static boolean areThereWeights() {
        return Files.exists(WEIGHTS);
    }

    /** A part of one of the photographs that come with the weights, as a camera would show it. */
    private byte[] frame(int photograph, int x, int y, int width, int height) throws Exception {
        String name = "package/demo/sample" + photograph + ".jpg";
        Process unpacking = new ProcessBuilder("tar", "-xzf", WEIGHTS.toString(), "-C", directory.toString(), name)
                .inheritIO()
                .start();
        assertThat(unpacking.waitFor(60, TimeUnit.SECONDS)).isTrue();
        BufferedImage part = ImageIO.read(directory.resolve(name).toFile()).getSubimage(x, y, width, height);
        BufferedImage frame = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = frame.createGraphics();
        canvas.setColor(Color.GRAY);
        canvas.fillRect(0, 0, frame.getWidth(), frame.getHeight());
        canvas.drawImage(part, (frame.getWidth() - width) / 2, (frame.getHeight() - height) / 2, null);
        canvas.dispose();
        return jpeg(frame);
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", jpeg);
        return jpeg.toByteArray();
    }

    @Test
    void somebody_enrols_by_camera_and_is_recognised_and_another_face_or_none_is_refused() throws Exception {
        byte[] smiling = frame(3, 860, 60, 560, 640);
        byte[] laughing = frame(1, 1270, 40, 600, 700);
        byte[] another = frame(6, 20, 330, 620, 700);
        byte[] wall = frame(1, 0, 0, 300, 300);
        int port = RunCommand.freePort();
        int enginePort = RunCommand.freePort();
        try (RunCommand command = RunCommand.with("-Dfaces=real", "-Dport=" + port, "-Dengine.port=" + enginePort)) {
            command.says("The example is up.");
            URI engine = URI.create("http://127.0.0.1:" + enginePort + "/operator/");
            URI example = URI.create("http://127.0.0.1:" + port + "/facecheck-example/");

            try (Chromium browser = Chromium.seeing(engine, smiling)) {
                enrol(browser);
            }
            try (Chromium browser = Chromium.seeing(example, laughing)) {
                browser.open("");
                browser.seeText(".note", "recognises real faces");
                assertThat(browser.attribute(".note a", "href"))
                        .isEqualTo(engine.resolve("/operator").toString());
                showFace(browser);
                browser.seeText("main .person", "ANNA GROSS");
            }
            try (Chromium browser = Chromium.seeing(example, another)) {
                showFace(browser);
                browser.see("[data-news=not-matched]");
                browser.open("payroll/");
                assertThat(browser.path()).isEqualTo("facecheck");
            }
            try (Chromium browser = Chromium.seeing(example, wall)) {
                showFace(browser);
                browser.see("[data-news=retake-no-face]");
            }
        }
    }

    private static void enrol(Chromium browser) throws IOException {
        browser.open("login");
        browser.type("#id", "operator");
        browser.type(
                "#secret", Files.readString(SETTINGS.resolve("operator.secret")).strip());
        browser.click("button");
        browser.type("#key", "agross");
        browser.type("#fullName", "ANNA GROSS");
        browser.date("#expiry", "2099-12-31");
        browser.click("#verified");
        browser.click("[data-step=start]");
        browser.click("[data-step=take]");
        browser.seeText(".status", "Portrait 1 is taken.");
        browser.click("form[action=people] button[type=submit]");
        browser.seeText(".news", "The person is enrolled.");
        assertThat(browser.isShown("figure img")).isTrue();
    }

    private static void showFace(Chromium browser) {
        browser.open("payroll/");
        browser.seeText(".facecheck-intro", "Facecheck Engine compares it");
        browser.startCalmly();
        browser.click("[data-step=take]");
        browser.see("[data-step=again]");
        browser.click("[data-step=use]");
    }
}
