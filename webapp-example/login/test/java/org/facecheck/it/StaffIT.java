package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example as it was built; only the address of the service is the tests' own. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StaffIT {
    private static final String SETTINGS = "WEB-INF/classes/META-INF/microprofile-config.properties";

    @ArquillianResource
    URI application;

    private Browser browser;

    @Deployment(testable = false)
    static WebArchive war() {
        WebArchive war = ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("staff.war")));
        String settings = read(war)
                .replaceAll("(?m)^facecheck.service.base-url=.*$", "facecheck.service.base-url=" + Faceki.baseUrl())
                .replaceAll(
                        "(?m)^facecheck.service.client-secret=.*$", "facecheck.service.client-secret=" + Faceki.SECRET)
                .replaceAll("(?m)^facecheck.login.name=.*$", "facecheck.login.name=fullName");
        war.delete(SETTINGS);
        return war.add(new StringAsset(settings), SETTINGS);
    }

    private static String read(WebArchive war) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(war.get(SETTINGS).getAsset().openStream(), StandardCharsets.UTF_8))) {
            return reader.lines().collect(Collectors.joining("\n"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @BeforeEach
    void logIn() {
        Faceki.answersMatchNamed("ANNA GROSS");
        browser = new Browser(application);
        assertThat(browser.open("index.jsp").text()).contains("Your page");
        assertThat(browser.open("staff/index.jsp").status()).isEqualTo(303);
        Reply name = browser.open("facecheck");
        Reply camera = browser.post("facecheck", "token=" + name.token() + "&username=anna+gross");
        Reply passed = browser.submit(camera.token(), Selfies.jpeg());
        assertThat(passed.header("Location")).isEqualTo(browser.path("staff/index.jsp"));
    }

    @Test
    void a_page_greets_who_was_verified() {
        assertThat(browser.open("staff/index.jsp").text()).contains("Good day, ANNA GROSS.", "Sign out");
    }

    @Test
    void an_ejb_gives_each_their_own_and_the_sum_to_the_board_alone() {
        assertThat(browser.open("staff/payslip").text()).contains("The payslip of ANNA GROSS");

        Reply refused = browser.open("staff/payslip?of=all");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("Not for you").doesNotContain("The payslips of all");
    }

    @Test
    void a_constraint_for_another_role_is_the_applications_own_page() {
        Reply refused = browser.open("board/index.jsp");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("Not for you");
    }

    @Test
    void the_button_signs_out() {
        assertThat(browser.post("sign-out", "").header("Location")).isEqualTo(browser.path(""));

        assertThat(browser.open("staff/index.jsp").status()).isEqualTo(303);
    }
}
