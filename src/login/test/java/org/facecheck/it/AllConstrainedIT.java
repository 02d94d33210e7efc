package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application whose every address has a constraint, as old ones of an intranet have. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AllConstrainedIT {

    @ArquillianResource
    URI application;

    @Deployment(testable = false)
    static WebArchive war() {
        return LoginWar.build(LoginWar.named("all")
                .with("facecheck.login.username", "none")
                .webXml("", LoginWar.constraint("/*", "employee") + LoginWar.roles()));
    }

    @Test
    void people_reach_the_page_by_which_they_log_in_with_all_that_it_loads() {
        Browser browser = new Browser(application);

        assertThat(browser.open("open/caller").status()).isEqualTo(303);
        Reply page = browser.open("facecheck");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("<video");
        assertThat(browser.open("facecheck/capture.css").status()).isEqualTo(200);
        Faceki.answersMatchNamed("ANNA GROSS");

        assertThat(browser.submit(page.token(), Selfies.jpeg()).header("Location"))
                .isEqualTo(browser.path("open/caller"));
        assertThat(browser.open("open/caller").text()).contains("principal=ANNA GROSS", "employee=true");
    }

    @Test
    void a_face_that_is_refused_gets_the_page_with_its_news_and_403() {
        Faceki.answersCode(8013);
        Browser browser = new Browser(application);
        browser.open("open/caller");

        Reply refused = browser.passFaceCheck();

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("data-news=\"not-matched\"", "<video");
        assertThat(browser.open("open/caller").status()).isEqualTo(303);
    }
}
