package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

    @Deployment(name = "in-memory", testable = false)
    static WebArchive inMemory() {
        return TestWar.named("in-memory")
                .with("facecheck.service.timeout", "PT1M")
                .build();
    }

    @Deployment(name = "spooling", testable = false)
    static WebArchive spooling() {
        return TestWar.named("spooling")
                .with("facecheck.service.timeout", "PT1M")
                .webXml("", """
                        <servlet><servlet-name>facecheck</servlet-name>
                          <servlet-class>org.facecheck.capture.CaptureServlet</servlet-class>
                          <async-supported>true</async-supported>
                          <multipart-config><file-size-threshold>0</file-size-threshold></multipart-config></servlet>
                        <servlet-mapping><servlet-name>facecheck</servlet-name>
                          <url-pattern>/facecheck</url-pattern><url-pattern>/facecheck/*</url-pattern></servlet-mapping>
                        """)
                .build();
    }

    @Test
    void no_selfie_is_ever_in_a_file(@ArquillianResource @OperateOnDeployment("in-memory") URI application) {
        assertThat(filesWithTheSelfie(application)).isEmpty();
    }

    @Test
    void not_even_where_a_container_was_told_to_spool(
            @ArquillianResource @OperateOnDeployment("spooling") URI application) {
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
        Faceki.answersSlowly(6000);
        Instant begin = Instant.now().minusSeconds(2);
        Browser browser = new Browser(application);
        String token = browser.open("facecheck").token();
        CompletableFuture<Reply> underWay = CompletableFuture.supplyAsync(() -> browser.submit(token, marked()));
        Patience.until(Faceki::checks, checks -> checks == 1);

        List<Path> found =
                ChangedFiles.since(begin).stream().filter(NoFileIT::contains).toList();
        assertThat(underWay).isNotDone();
        assertThat(underWay.join().status()).isEqualTo(303);
        return found;
    }

    /** A picture with a mark behind its end, and large enough for any container's own idea of a threshold. */
    private static byte[] marked() {
        byte[] picture = Selfies.jpeg();
        byte[] tail = MARK.repeat(20_000).getBytes(StandardCharsets.US_ASCII);
        byte[] marked = Arrays.copyOf(picture, picture.length + tail.length);
        System.arraycopy(tail, 0, marked, picture.length, tail.length);
        return marked;
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
