package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Tapestry, whose filter has all addresses, and whose forms carry what they were made of. */
@Kind("Tapestry 5.9")
class TapestryIT extends FormJourney {
    private static final Pattern DATA = Pattern.compile("value=\"([^\"]*)\"[^>]*name=\"t:formdata\"");

    @Deployment(testable = false)
    static WebArchive war() {
        return ForeignApplication.withFacecheck("tapestry")
                .classes("org.facecheck.it.app.PassEndingServlet")
                .build();
    }

    @Test
    void a_form_of_its_own_is_saved_after_the_check() {
        browser.passFaceCheck();
        Reply form = browser.open("secure/form");
        Matcher data = DATA.matcher(form.text());
        assertThat(data.find()).as(form.text()).isTrue();
        browser.open("end-pass");

        assertThat(browser.post(
                                "secure/form.form",
                                "who=" + ENCODED_NAMES + "&t%3Aformdata="
                                        + URLEncoder.encode(data.group(1), StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(303);
        Reply passed = browser.passFaceCheck();

        assertThat(shown(browser.follow(passed.header("Location"))).text()).contains("saved=[" + NAMES + "]");
    }
}
