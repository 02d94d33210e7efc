package org.facecheck.example.it;

import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The example with the capture page as a Facelets view. */
class FaceletsJourneyIT extends Journey {
    FaceletsJourneyIT() {
        super("facelets");
    }

    @Deployment(testable = false)
    static WebArchive war() {
        return ExampleWar.named(
                "facecheck-example",
                Map.of(
                        "facecheck.capture.view",
                        "/WEB-INF/facecheck/capture.xhtml",
                        "facecheck.capture.content-security-policy",
                        POLICY,
                        "facecheck.capture.auto",
                        "false"));
    }
}
