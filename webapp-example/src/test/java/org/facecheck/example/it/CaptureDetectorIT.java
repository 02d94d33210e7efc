package org.facecheck.example.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The detector's jar beside the first one in a WAR. Servers differ in how classes and files of two jars find each other. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CaptureDetectorIT {
    private static final File JAR = new File(System.getProperty("detector.jar"));
    private static final Pattern DETECTOR = Pattern.compile("data-detector=\"(facecheck/[0-9a-f]{16}/detector)\\.js\"");

    @ArquillianResource
    URI application;

    @Deployment(testable = false)
    static WebArchive war() {
        WebArchive war = ExampleWar.named("capture-detector", Map.of());
        return JAR.exists() ? war.addAsLibrary(JAR) : war;
    }

    @BeforeEach
    void skipWithoutTheJar() {
        assumeTrue(JAR.exists(), "SKIPPED: this build has no detector's jar, see its output");
    }

    @Test
    void it_is_found_by_being_there_and_comes_with_its_weights() {
        Visitor visitor = new Visitor(application);
        Matcher page = DETECTOR.matcher(visitor.open("facecheck").body());
        assertThat(page.find()).isTrue();
        String detector = page.group(1);

        assertThat(visitor.open(detector + ".js").body()).contains("export default");
        assertThat(visitor.download(detector + ".bin")).hasSizeGreaterThan(190_000);
    }
}
