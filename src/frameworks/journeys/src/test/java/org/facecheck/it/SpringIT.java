package org.facecheck.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Spring MVC behind its encoding filter and Spring Security's login. */
@Kind("Spring MVC 6 behind CharacterEncodingFilter and Spring Security")
class SpringIT extends FormJourney {

    @Deployment(testable = false)
    static WebArchive war() {
        return ForeignApplication.withFacecheck("spring").build();
    }

    @Override
    void logIn() {
        browser.post("login", "username=alice&password=face-check-1");
    }
}
