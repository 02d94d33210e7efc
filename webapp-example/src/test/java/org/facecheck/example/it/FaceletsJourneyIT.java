package org.facecheck.example.it;

import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Faces is active in the example, so the capture page is a Facelets view. */
class FaceletsJourneyIT extends Journey {
    FaceletsJourneyIT() {
        super("facelets");
    }

    @Deployment(testable = false)
    static WebArchive war() {
        return ExampleWar.named("facecheck-example", Map.of("facecheck.capture.auto", "false"));
    }
}
