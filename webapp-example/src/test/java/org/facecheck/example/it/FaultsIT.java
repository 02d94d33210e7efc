package org.facecheck.example.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facecheck.testkit.sandbox.Behaviour;
import org.facecheck.testkit.sandbox.CheckBehaviour;
import org.facecheck.testkit.sandbox.TokenBehaviour;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything that the sandbox's console can bring about leaves the page closed, and tells the person why. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FaultsIT {
    /** What the person is told; the console's answers that are none of these are good ones. */
    private static final Map<String, String> NEWS = Stream.of(
                    "403 not-matched: no-match data-not-found",
                    "422 retake-try-again: try-again",
                    "422 retake-cropped: cropped",
                    "422 retake-too-close: too-close",
                    "422 retake-no-face: no-face",
                    "422 retake-at-border: at-border",
                    "422 retake-too-small: too-small",
                    "422 retake-too-dark: too-dark",
                    "422 retake-two-faces: two-faces",
                    "422 retake-blurred: blurred",
                    "403 not-accepted: declined under-review deleted not-passed liveness-review liveness-reject",
                    "403 not-accepted: expired documents-not-accepted two-people",
                    "503 trouble: no-face-ids unlisted-face no-rules limit-reached internal-error unknown-code",
                    "503 trouble: unauthorized too-many-requests server-error slow cut-connection half-an-answer",
                    "503 trouble: not-json html huge token-wrong-credentials token-server-error token-missing")
            .flatMap(line ->
                    Arrays.stream(line.split(": ")[1].split(" ")).map(answer -> Map.entry(answer, line.split(": ")[0])))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    @ArquillianResource
    URI application;

    Visitor visitor;
    byte[] amina;

    @Deployment(testable = false)
    static WebArchive war() {
        // With so many faults one after another, the circuit would open and the rest of them not be tried.
        return ExampleWar.named(
                "faults", Map.of("facecheck.service.timeout", "PT2S", "facecheck.service.circuit-failures", "1000"));
    }

    @BeforeEach
    void come() {
        visitor = new Visitor(application);
        amina = visitor.download("sandbox/portraits/amina.jpg");
    }

    @AfterEach
    void reset() {
        visitor.console("action=reset");
    }

    private void isToldAndStaysOutside(Behaviour answer) {
        Visitor person = new Visitor(application);
        person.open("payroll/");
        person.console("action=expire-tokens");
        person.console("answer=" + answer.value() + "&times=0");

        HttpResponse<String> told = person.showFace(amina);

        String[] expected = NEWS.get(answer.value()).split(" ");
        assertThat(told.statusCode()).as(answer.value()).isEqualTo(Integer.parseInt(expected[0]));
        assertThat(told.body()).as(answer.value()).contains("data-news=\"" + expected[1] + "\"");
        assertThat(person.open("payroll/").statusCode()).as(answer.value()).isEqualTo(303);
        assertThat(person.open("identity").body()).contains("Nobody has been verified");
    }

    @Test
    void every_answer_that_is_no_match_leaves_the_page_closed() {
        Map<Boolean, List<Behaviour>> known = Stream.<Behaviour>concat(
                        Arrays.stream(CheckBehaviour.values()), Arrays.stream(TokenBehaviour.values()))
                .collect(Collectors.partitioningBy(answer -> NEWS.containsKey(answer.value())));
        assertThat(known.get(false)).containsExactly(CheckBehaviour.REAL, CheckBehaviour.MATCH);
        assertThat(known.get(true)).hasSameSizeAs(NEWS.keySet());

        known.get(true).forEach(this::isToldAndStaysOutside);
    }

    @Test
    void a_token_that_was_refused_once_is_replaced_in_silence() {
        visitor.open("payroll/");
        visitor.console("answer=unauthorized&times=1");

        HttpResponse<String> answer = visitor.showFace(amina);

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/payroll/"));
        assertThat(visitor.open("payroll/").body()).contains("AMINA");
    }

    @Test
    void a_token_that_ran_out_is_replaced_in_silence() {
        visitor.showFace(amina);
        visitor.console("action=expire-tokens");
        Visitor next = new Visitor(application);
        next.open("payroll/");

        next.showFace(amina);

        assertThat(next.open("payroll/").body()).contains("AMINA");
    }

    @Test
    void every_made_up_person_gets_inside() {
        Function<String, String> payrollOf = name -> {
            Visitor person = new Visitor(application);
            person.showFace(visitor.download("sandbox/portraits/" + name + ".jpg"));
            return person.open("payroll/").body();
        };

        assertThat(payrollOf.apply("amina")).contains("AMINA");
        assertThat(payrollOf.apply("wei")).contains("WEI");
        assertThat(payrollOf.apply("joerg")).contains("JÖRG");
    }
}
