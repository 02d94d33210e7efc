package org.facecheck.it;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.facecheck.it.Browser.Reply;

/** What a person does on a page that asks for the user name first. */
final class NamedCheck {
    private NamedCheck() {}

    /** Gives a name; what comes back has the camera. */
    static Reply say(String name, Browser browser) {
        return browser.post(
                "facecheck",
                "token=" + browser.open("facecheck?username").token() + "&username="
                        + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    /** Gives a name, and a picture after it. */
    static Reply logIn(String name, Browser browser) {
        return browser.submit(say(name, browser).token(), Selfies.jpeg());
    }
}
