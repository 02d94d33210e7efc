package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.facecheck.fake.Pictures;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** While a check is under way, the server's folders are searched for the selfie. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class NoFileIT {
    private static final String MARK = "a-selfie-that-must-not-be-found-";
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    @Deployment(name = "in-memory", testable = false)
    static WebArchive inMemory() {
        return TestWar.named("in-memory")
                .with("facecheck.service.timeout", "PT1M")
                .build();
    }

    @Test
    void no_selfie_is_ever_in_a_file(@ArquillianResource @OperateOnDeployment("in-memory") URI application) {
        assertThat(filesWithTheSelfie(application)).isEmpty();
    }

    @Test
    void a_file_with_one_would_be_found() throws IOException {
        Path file = Files.createTempFile("facecheck", ".selfie");
        try {
            Files.write(file, marked());

            assertThat(ChangedFiles.since(Instant.now().minusSeconds(2)).stream()
                            .filter(NoFileIT::contains))
                    .contains(file);
        } finally {
            Files.delete(file);
        }
    }

    private static List<Path> filesWithTheSelfie(URI application) {
        Faceki.holdsAnswers();
        Instant begin = Instant.now().minusSeconds(2);
        Browser browser = new Browser(application);
        String token = browser.open("facecheck").token();
        CompletableFuture<Reply> underWay = CompletableFuture.supplyAsync(() -> browser.submit(token, marked()));
        Patience.until(Faceki::checks, checks -> checks == 1);

        List<Path> found =
                ChangedFiles.since(begin).stream().filter(NoFileIT::contains).toList();
        assertThat(underWay).isNotDone();
        Faceki.letsAnswersGo();
        assertThat(underWay.join().status()).isEqualTo(303);
        return found;
    }

    /** A PNG whose pixels are the mark, not compressed, and large enough for any container's own idea of a threshold. */
    private static byte[] marked() {
        byte[] row = new byte[1 + 3 * WIDTH]; // the filter, none, before the pixels
        for (int i = 1; i < row.length; i++) {
            row[i] = (byte) MARK.charAt((i - 1) % MARK.length());
        }
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (DeflaterOutputStream stored = new DeflaterOutputStream(data, new Deflater(Deflater.NO_COMPRESSION))) {
            for (int y = 0; y < HEIGHT; y++) {
                stored.write(row);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Pictures.joined(
                Pictures.PNG_SIGNATURE,
                Pictures.header(WIDTH, HEIGHT, 8, 2),
                Pictures.chunk("IDAT", data.toByteArray()),
                Pictures.end());
    }

    private static boolean contains(Path file) {
        try {
            return Files.size(file) < 50_000_000
                    && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MARK.repeat(2));
        } catch (IOException gone) {
            return false;
        }
    }
}
