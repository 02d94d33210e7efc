package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import org.facecheck.it.Browser.Reply;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The same journey through an application that others have published, with the jar dropped in and three keys. */
record PublishedJourney(Browser browser, String page) {

    /** @param page the address of a protected page, below the application's */
    PublishedJourney(URI application, String page) {
        this(new Browser(application), page);
    }

    /** The WAR as it was fetched by the build, which has compared its hash. */
    static WebArchive war(String file, String protect) {
        File war = Path.of(System.getProperty("published"), file).toFile();
        return TestWar.of(war).with("facecheck.protect", protect).build();
    }

    /** @param content what is on the page */
    void goesOn(String content) {
        Faceki.matches();
        Reply refused = browser.fetch(page);
        assertThat(refused.status()).as(refused.text()).isEqualTo(401);
        assertThat(refused.text()).contains("\"capture\":\"" + browser.path("facecheck") + "\"");
        Reply asked = browser.open(page);
        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.header("Location")).isEqualTo(browser.path("facecheck"));
        Reply capture = browser.open("facecheck");
        assertThat(capture.status()).isEqualTo(200);
        assertThat(browser.open("facecheck/capture.js").header("Content-Type")).contains("javascript");
        assertThat(browser.open("facecheck/capture.css").header("Content-Type")).contains("css");

        Reply passed = browser.submit(capture.token(), Selfies.jpeg());
        assertThat(passed.header("Location")).isEqualTo(browser.path(page));
        Reply shown = browser.follow(passed.header("Location"));
        assertThat(shown.status()).as(shown.text()).isEqualTo(200);
        assertThat(shown.text()).contains(content);

        assertThat(browser.fetch(page).status()).as("in a second tab").isEqualTo(200);
        Reply back = browser.open("facecheck");
        assertThat(back.status()).as("back").isEqualTo(303);
        assertThat(browser.follow(back.header("Location")).status()).isLessThan(400);
        assertThat(Faceki.checks()).isEqualTo(1);
    }

    /** Sends a form to the page, which shows what it is sent. */
    void sendsForm() {
        Faceki.matches();
        assertThat(browser.post(page, "first=Ann&last=Grey").status()).isEqualTo(303);

        Reply passed = browser.passFaceCheck();

        assertThat(browser.follow(passed.header("Location")).text()).contains("getParameter(\"last\")", "Grey");
    }
}
