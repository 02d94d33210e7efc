package org.facecheck.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The same application with Facecheck behind Spring Security, so that the login comes first. Spring Security tells who is
 * logged in by the thread of the request, so its filter has to be mapped to asynchronous dispatches, too.
 */
@Kind("The same with `facecheck.position=last`")
class SpringLastIT extends FormJourney {

    @Deployment(testable = false)
    static WebArchive war() {
        WebArchive war = ForeignApplication.withFacecheck("spring")
                .with("facecheck.position", "last")
                .build();
        return ForeignApplication.withDescriptor(
                war,
                xml -> xml.replace(
                        "<url-pattern>/*</url-pattern>",
                        "<url-pattern>/*</url-pattern><dispatcher>REQUEST</dispatcher><dispatcher>ASYNC</dispatcher>"));
    }

    @Override
    void logIn() {
        browser.post("login", "username=alice&password=face-check-1");
    }
}
