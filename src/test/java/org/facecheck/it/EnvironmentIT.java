package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.facecheck.it.Browser.Reply;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server whose process has environment variables, as in a container of an orchestrator's. */
@Tag("thorough")
class EnvironmentIT {
    /** Those of a service called facecheck, which Kubernetes gives to every container beside it. */
    private static final Map<String, String> FOREIGN = Map.of(
            "FACECHECK_SERVICE_HOST", "10.0.0.1",
            "FACECHECK_SERVICE_PORT", "80",
            "FACECHECK_SERVICE_PORT_HTTP", "80",
            "FACECHECK_PORT", "tcp://10.0.0.1:80",
            "FACECHECK_PORT_80_TCP", "tcp://10.0.0.1:80",
            "FACECHECK_PORT_80_TCP_ADDR", "10.0.0.1");

    private static Cluster server;

    @BeforeAll
    static void start() {
        Map<String, String> variables = new HashMap<>(FOREIGN);
        variables.put("FACECHECK_RULE_ADMIN_PATTERNS", "/secure/*");
        variables.put("FACECHECK_RULE_PAY_ROLL_ONE_TIME", "true");
        variables.put("facecheck_rule_payDay_patterns", "*.secret");
        variables.put("MP_CONFIG_PROFILE", "prod");
        variables.put("_PROD_FACECHECK_RULE_SITE_PATTERNS", "/profile/*");
        variables.put("FACECHECK_MAX_AGE", "PT7M");
        variables.put("FACECHECK_SERVICE_CLIENT_ID", "client");
        variables.put("FACECHECK_SERVICE_CLIENT_SECRET", Faceki.SECRET);
        server = Cluster.alone("environment", variables, war());
        server.node(0).awaitLog(Pattern.compile("Facecheck guards /environment"));
        server.node(0).awaitApplication("environment");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static WebArchive war() {
        return TestWar.named("environment")
                .without("facecheck.protect")
                .without("facecheck.service.client-id")
                .without("facecheck.service.client-secret")
                .with("facecheck.rule.pay-roll.patterns", "/open/echo")
                .build();
    }

    private static Browser browser() {
        return server.node(0).browser("environment");
    }

    @Test
    void a_rule_that_only_variables_name_protects() {
        assertThat(List.of(
                        browser().open("secure/x"),
                        browser().open("x.secret"),
                        browser().open("profile/x")))
                .allSatisfy(reply -> assertThat(reply.header("Location")).contains("facecheck"))
                .noneSatisfy(reply -> assertThat(reply.text()).contains("PROTECTED CONTENT"));
    }

    @Test
    void a_variable_sets_a_key_whatever_dots_and_dashes_the_key_has() {
        Browser browser = browser();
        Faceki.matches();
        browser.open("secure/x");

        Reply passed = browser.passFaceCheck();

        assertThat(passed.status()).isEqualTo(303);
        assertThat(browser.open("secure/x").text()).contains("PROTECTED CONTENT");
    }

    @Test
    void a_variable_says_more_of_a_rule_that_the_file_names() {
        assertThat(server.node(0).log())
                .contains("admin: /secure/*, at most PT7M")
                .contains("payDay: *.secret, at most PT7M")
                .contains("pay-roll: /open/echo, a check for each request");
    }

    @Test
    void the_variables_of_a_service_called_facecheck_are_named_in_one_line() {
        assertThat(server.node(0).log().lines().filter(line -> line.contains("FACECHECK_SERVICE_HOST")))
                .singleElement()
                .asString()
                .contains(FOREIGN.keySet())
                .doesNotContain("10.0.0.1");
    }

    @Test
    void a_mistyped_variable_stops_the_deployment() {
        try (Cluster stopped = Cluster.alone(
                "mistyped",
                Map.of("FACECHECK_RULE_ADMIN_PATERNS", "/secure/*"),
                TestWar.named("mistyped").with("facecheck.protect", "/other/*").build())) {
            stopped.node(0).awaitLog(Pattern.compile("FACECHECK_RULE_ADMIN_PATERNS is no variable .* _PATTERNS"));

            assertThat(stopped.node(0).browser("mistyped").open("secure/x").text())
                    .doesNotContain("PROTECTED CONTENT");
        }
    }
}
