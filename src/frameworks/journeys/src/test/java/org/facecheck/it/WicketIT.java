package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Wicket, whose pages the server keeps between two requests. */
@Kind("Wicket 10")
class WicketIT extends FormJourney {
    private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

    @Deployment(testable = false)
    static WebArchive war() {
        return ForeignApplication.withFacecheck("wicket")
                .classes("org.facecheck.it.app.PassEndingServlet")
                .build();
    }

    @Test
    void a_form_with_its_page_on_the_server_is_saved_after_the_check() {
        browser.passFaceCheck();
        Reply form = shown(browser.open("secure/form"));
        Matcher action = ACTION.matcher(form.text());
        assertThat(action.find()).as(form.text()).isTrue();
        String address = form.response()
                        .uri()
                        .resolve(action.group(1).replace("&amp;", "&"))
                        .getRawPath() + "?"
                + form.response()
                        .uri()
                        .resolve(action.group(1).replace("&amp;", "&"))
                        .getRawQuery();
        browser.open("end-pass");

        assertThat(browser.post(address.substring(browser.path("").length()), "who=" + ENCODED_NAMES)
                        .status())
                .isEqualTo(303);
        Reply passed = browser.passFaceCheck();

        assertThat(shown(browser.follow(passed.header("Location"))).text()).contains("saved=[" + NAMES + "]");
    }

    @Test
    void its_script_is_told_where_to_go() {
        assertThat(browser.fetch(
                                "secure/form?0-1.0-form", "Wicket-Ajax", "true", "Wicket-Ajax-BaseURL", "secure/form?0")
                        .status())
                .isEqualTo(401);
    }
}
