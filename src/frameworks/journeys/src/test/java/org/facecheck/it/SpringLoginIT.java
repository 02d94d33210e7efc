package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The face as the login of the Spring application, in place of Spring Security's form: its handlers have the person as principal. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SpringLoginIT {
    private static final String SPRING_SECURITY =
            "(?s)<filter-mapping>\\s*<filter-name>springSecurityFilterChain.*?</filter-mapping>";

    @ArquillianResource
    private URI application;

    @Deployment(testable = false)
    static WebArchive war() {
        return ForeignApplication.withDescriptor(
                ForeignApplication.withFacecheck("spring")
                        .with("facecheck.login", "application")
                        .with("facecheck.login.name", "fullName")
                        .build(),
                xml -> xml.replaceFirst(SPRING_SECURITY, ""));
    }

    @Test
    void a_handler_has_who_was_verified_as_its_principal() {
        Faceki.answersMatchNamed("ANNA GROSS");
        Browser browser = new Browser(application);
        assertThat(browser.open("secure/page?name=x").status()).isEqualTo(303);
        String camera = browser.post(
                        "facecheck", "token=" + browser.open("facecheck").token() + "&username=anna+gross")
                .token();

        String page = browser.follow(browser.submit(camera, Selfies.jpeg()).header("Location"))
                .text();

        assertThat(page).isEqualTo("PROTECTED name=[x] principal=[ANNA GROSS]");
    }

    @Test
    void a_form_of_its_own_goes_on_after_the_login_with_the_person_there() {
        Faceki.answersMatchNamed("ANNA GROSS");
        Browser browser = new Browser(application);
        browser.post("secure/save", "name=saved");
        String camera = browser.post(
                        "facecheck", "token=" + browser.open("facecheck").token() + "&username=anna+gross")
                .token();

        String page = browser.follow(browser.submit(camera, Selfies.jpeg()).header("Location"))
                .text();

        assertThat(page).isEqualTo("PROTECTED name=[saved] principal=[ANNA GROSS]");
    }
}
