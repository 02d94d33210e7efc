package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TargetGuardIT {
    @ArquillianResource
    URI application;

    @Deployment(testable = false)
    static WebArchive war() {
        return TestWar.named("guard").build();
    }

    private String get(String target) {
        return RawRequest.to(application, "GET " + application.getPath() + target + " HTTP/1.1", "Accept: text/html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open/..;/secure/x",
                "open/%2e%2e/secure/x",
                "open/../secure/x",
                "secure%2fx",
                "secure%2Fx",
                "open%5c..%5csecure/x",
                "/secure/x",
                "./secure/x",
                "secure;v=1/x",
                "open;/../secure/x",
                "secure%00/x",
                "secure%3b/x",
                "%2573ecure/x",
                "open/echo/..;x/..;y/secure/x",
                "secure/%c0%ae%c0%ae/x",
                "open/echo%0d%0aX: y"
            })
    void a_target_that_can_be_read_in_two_ways_never_shows_protected_content(String target) {
        String answer = get(target);

        assertThat(answer).doesNotContain("PROTECTED").containsPattern("^HTTP/1.1 (400|404|303|505)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"open/..;/secure/x", "/secure/x", "secure;v=1/x", "open//echo", "/facecheck", "facecheck//x"})
    void a_suspicious_target_is_called_so(String target) {
        assertThat(get(target)).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%73ecure/x", "secure/x;v=1", "secure/%C3%BC", "secure/", "secure"})
    void another_spelling_of_a_protected_path_asks_for_a_check(String target) {
        assertThat(get(target)).startsWith("HTTP/1.1 303");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"open/echo", "open/echo;jsessionid=abc", "open/echo;v=1", "open/ech%6F", "open/echo?a=%2F..;/"})
    void an_ordinary_target_is_not_harmed(String target) {
        assertThat(get(target)).startsWith("HTTP/1.1 200");
    }
}
