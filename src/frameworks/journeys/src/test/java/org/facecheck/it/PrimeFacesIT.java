package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** PrimeFaces on the server's Faces, and OmniFaces' addresses without a suffix. */
@Kind("PrimeFaces 15 and OmniFaces 4 on Faces")
class PrimeFacesIT extends FormJourney {
    private static final Pattern STATE = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");

    @Deployment(testable = false)
    static WebArchive war() {
        return ForeignApplication.withFacecheck("faces")
                .classes("org.facecheck.it.app.PassEndingServlet")
                .build();
    }

    /** The state of a desk that was opened with a pass. */
    private String openDesk() {
        browser.passFaceCheck();
        Reply desk = browser.open("secure/desk");
        Matcher state = STATE.matcher(desk.text());
        assertThat(state.find()).as(desk.text()).isTrue();
        return state.group(1);
    }

    private Reply partial(String button, String content, String state) {
        return partial(
                "application/x-www-form-urlencoded; charset=UTF-8",
                "f=f&jakarta.faces.partial.ajax=true&jakarta.faces.source=f:" + button
                        + "&jakarta.faces.partial.execute=@all&jakarta.faces.partial.render=f:saved&f:" + button + "=f:"
                        + button
                        + content + "&jakarta.faces.ViewState=" + URLEncoder.encode(state, StandardCharsets.UTF_8));
    }

    private Reply partial(String type, String body) {
        return browser.send(browser.navigation(browser.path("secure/desk"))
                .setHeader("Sec-Fetch-Mode", "cors")
                .setHeader("Accept", "application/xml, text/xml, */*; q=0.01")
                .header("X-Requested-With", "XMLHttpRequest")
                .header("Faces-Request", "partial/ajax")
                .header(
                        "Referer",
                        application.resolve(browser.path("secure/desk?id=7")).toString())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private String redirectToCapture() {
        return "<redirect url=\"" + browser.path("facecheck") + "\"/>";
    }

    @Test
    void a_button_that_asks_for_a_part_of_the_page_works_with_a_pass() {
        Reply saved = partial("save", "&f:name=" + ENCODED_NAMES, openDesk());

        assertThat(saved.text()).contains("<partial-response", "saved=[" + NAMES + "]");
    }

    @Test
    void without_one_its_script_is_redirected_to_the_check_and_the_person_is_back_on_the_page_then() {
        String state = openDesk();
        browser.open("end-pass");

        assertThat(partial("save", "&f:name=" + ENCODED_NAMES, state).text()).contains(redirectToCapture());

        Reply passed = browser.passFaceCheck();
        assertThat(passed.header("Location")).isEqualTo(browser.path("secure/desk?id=7"));
        assertThat(browser.follow(passed.header("Location")).text()).contains("PROTECTED");
    }

    @Test
    void so_is_a_button_that_opens_a_dialog() {
        String state = openDesk();
        assertThat(partial("dialog", "", state).text()).contains("openDialog", "secure\\/dialog");
        browser.open("end-pass");

        assertThat(partial("dialog", "", state).text()).contains(redirectToCapture());
    }

    @Test
    void the_page_of_a_dialog_asks_for_a_check_and_opens_with_its_query() {
        assertThat(browser.open("secure/dialog?pfdlgcid=1").status()).isEqualTo(303);

        Reply passed = browser.passFaceCheck();

        assertThat(browser.follow(passed.header("Location")).text()).contains("PROTECTED in a dialog");
    }

    @Test
    void a_file_that_a_script_uploads_is_taken_with_a_pass_and_redirected_to_the_check_without() {
        String state = openDesk();
        assertThat(upload(state).text()).contains("sent=[plan.txt] length=[10]");
        browser.open("end-pass");

        assertThat(upload(state).text()).contains(redirectToCapture());
    }

    private Reply upload(String state) {
        StringBuilder body = new StringBuilder();
        String[][] fields = {
            {"u", "u"}, {"jakarta.faces.partial.ajax", "true"}, {"jakarta.faces.source", "u:send"},
            {"jakarta.faces.partial.execute", "@all"}, {"jakarta.faces.partial.render", "u:sent"}, {"u:send", "u:send"},
            {"jakarta.faces.ViewState", state}
        };
        for (String[] field : fields) {
            body.append("--b\r\nContent-Disposition: form-data; name=\"" + field[0] + "\"\r\n\r\n" + field[1] + "\r\n");
        }
        body.append("--b\r\nContent-Disposition: form-data; name=\"u:file\"; filename=\"plan.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n0123456789\r\n--b--\r\n");
        return partial("multipart/form-data; boundary=b", body.toString());
    }

    @Test
    void a_form_of_a_page_that_stood_open_is_saved_after_the_check() {
        String state = openDesk();
        browser.open("end-pass");

        browser.post(
                "secure/desk",
                "f=f&f:b=go&f:name=" + ENCODED_NAMES + "&jakarta.faces.ViewState="
                        + URLEncoder.encode(state, StandardCharsets.UTF_8));
        Reply passed = browser.passFaceCheck();

        assertThat(browser.follow(passed.header("Location")).text()).contains("saved=[" + NAMES + "]");
    }
}
