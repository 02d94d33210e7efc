package org.facecheck.example.it;

import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The same application with the capture page as JSP. */
class JspJourneyIT extends Journey {
    JspJourneyIT() {
        super("jsp");
    }

    @Deployment(testable = false)
    static WebArchive war() {
        return ExampleWar.named(
                "facecheck-jsp",
                Map.of(
                        "facecheck.capture.view",
                        "/WEB-INF/facecheck/capture.jsp",
                        "facecheck.capture.content-security-policy",
                        POLICY,
                        "facecheck.capture.auto",
                        "false"));
    }
}
