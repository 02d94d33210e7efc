package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facecheck.it.HeldUpload.Way;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is concluded is concluded for the session and the principal under which the upload was admitted. A planted session is
 * used by two: by who has planted it, and holds an upload back; and by who logs in meanwhile.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SessionChangeIT {
    @ArquillianResource
    @OperateOnDeployment("changes")
    private URI application;

    @Deployment(name = "changes", testable = false)
    static WebArchive war() {
        return Login.added(TestWar.named("changes"))
                .with("facecheck.attempts.max-per-principal", "1000")
                .with("facecheck.attempts.max-per-address", "1000")
                .build();
    }

    @Deployment(name = "changes-blocking", testable = false)
    static WebArchive blocking() {
        return TestWar.named("changes-blocking")
                .with("facecheck.attempts.max-per-address", "1000")
                .behindAnOldFilter("")
                .build();
    }

    @Deployment(name = "changes-at-last", testable = false)
    static WebArchive atLast() {
        return TestWar.named("changes-at-last")
                .with("facecheck.attempts.max-per-address", "1000")
                .with("facecheck.position", "last")
                .classes("org.facecheck.it.app.RenewingFilter")
                .build();
    }

    /** What may become of a session while an upload is under way. */
    enum Change {
        LOGIN(browser -> {}, browser -> Login.as("alice", browser)),
        LOGIN_AGAIN(browser -> Login.as("alice", browser), browser -> {
            browser.open("open/dispatch?how=logout");
            Login.as("alice", browser);
        }),
        NEW_ID(browser -> browser.open("secure/page"), browser -> browser.open("open/dispatch?how=renew")),
        PASS(browser -> {}, Browser::passFaceCheck),
        END(browser -> {}, browser -> browser.open("open/dispatch?how=end"));

        private final Consumer<Browser> before;
        private final Consumer<Browser> meanwhile;

        Change(Consumer<Browser> before, Consumer<Browser> meanwhile) {
            this.before = before;
            this.meanwhile = meanwhile;
        }
    }

    @BeforeEach
    void matches() {
        Faceki.matches();
    }

    private static void isNotConcluded(
            Way way, Change change, URI application, Consumer<HeldUpload> before, Consumer<HeldUpload> after) {
        Browser attacker = new Browser(application);
        change.before.accept(attacker);
        attacker.open("secure/page");
        String token = attacker.open("facecheck").token();
        ServerLog log = ServerLog.fromNow();
        try (HeldUpload upload = HeldUpload.begin(way, token, attacker, application)) {
            before.accept(upload);
            Browser victim = new Browser(application);
            victim.adopt(attacker);
            change.meanwhile.accept(victim);
            String id = victim.sessionId();
            after.accept(upload);

            String answer = upload.answer();

            assertThat(answer).startsWith("HTTP/1.1 403").doesNotContainIgnoringCase("set-cookie");
            assertThat(answer).doesNotContainIgnoringCase("location:").doesNotContain("name=\"token\"");
            if (change != Change.END) {
                assertThat(answer).doesNotContain(id);
            }
            assertThat(victim.open("secure/page").status()).isEqualTo(change == Change.PASS ? 200 : 303);
            assertThat(attacker.open("secure/page").status()).isEqualTo(303);
            assertThat(Patience.until(log::text, text -> text.contains("SESSION_CHANGED")))
                    .containsPattern("face check reference=[2-9A-Z]{8} outcome=SESSION_CHANGED");
        }
    }

    /** Long enough for what has been sent to be there, and for the container to have found the session. */
    private static void arrives(HeldUpload upload) {
        assertThat(upload.upload().answered()).isEmpty();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
    }

    private static void isWithTheMatcher(HeldUpload upload) {
        Faceki.holdsAnswers();
        upload.finish();
        assertThat(Patience.until(Faceki::checks, checks -> checks == 1)).isEqualTo(1);
    }

    private static void isAnswered(HeldUpload upload) {
        assertThat(upload.upload().answered()).isEmpty();
        Faceki.letsAnswersGo();
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void a_form_whose_last_byte_comes_later_gives_nothing(Change change) {
        isNotConcluded(Way.FORM, change, application, SessionChangeIT::arrives, HeldUpload::finish);
        assertThat(Faceki.checks()).isEqualTo(change == Change.PASS ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void a_picture_as_the_body_whose_last_byte_comes_later_gives_nothing(Change change) {
        isNotConcluded(Way.BODY, change, application, SessionChangeIT::arrives, HeldUpload::finish);
        assertThat(Faceki.checks()).isEqualTo(change == Change.PASS ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(value = Change.class, names = "PASS", mode = EnumSource.Mode.EXCLUDE)
    void a_form_whose_match_comes_later_gives_nothing(Change change) {
        isNotConcluded(Way.FORM, change, application, SessionChangeIT::isWithTheMatcher, SessionChangeIT::isAnswered);
    }

    @ParameterizedTest
    @EnumSource(value = Change.class, names = "PASS", mode = EnumSource.Mode.EXCLUDE)
    void a_picture_as_the_body_whose_match_comes_later_gives_nothing(Change change) {
        isNotConcluded(Way.BODY, change, application, SessionChangeIT::isWithTheMatcher, SessionChangeIT::isAnswered);
    }

    /** The pass's own change of the id finds that the id is another one than a moment before. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void nor_does_one_at_the_very_moment_of_the_pass(
            Way way, @ArquillianResource @OperateOnDeployment("changes-at-last") URI atLast) {
        Browser browser = new Browser(atLast);
        browser.open("secure/page");
        String token = browser.open("facecheck").token();
        ServerLog log = ServerLog.fromNow();
        try (HeldUpload upload = HeldUpload.begin(way, token, browser, atLast)) {
            String answer = upload.finish().answer();

            assertThat(answer).startsWith("HTTP/1.1 403").doesNotContainIgnoringCase("location:");
            Matcher cookie = Pattern.compile("(?i)JSESSIONID=([^;\\s]+)").matcher(answer);
            while (cookie.find()) { // whatever the container has written by then, there is no pass behind it
                browser.cookie("JSESSIONID", cookie.group(1));
            }
            assertThat(browser.open("secure/page").status()).isEqualTo(303);
            assertThat(Patience.until(log::text, text -> text.contains("SESSION_CHANGED")))
                    .containsPattern("face check reference=[2-9A-Z]{8} outcome=SESSION_CHANGED");
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void nor_does_one_that_a_thread_waits_for(
            Way way, @ArquillianResource @OperateOnDeployment("changes-blocking") URI blocking) {
        isNotConcluded(way, Change.NEW_ID, blocking, SessionChangeIT::arrives, HeldUpload::finish);
        isNotConcluded(way, Change.END, blocking, SessionChangeIT::isWithTheMatcher, SessionChangeIT::isAnswered);
    }
}
