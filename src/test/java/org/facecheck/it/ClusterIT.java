package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.facecheck.it.Browser.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The other server is no new chance. */
@TestMethodOrder(OrderAnnotation.class)
class ClusterIT {
    private static final String SESSIONS =
            "Payara keeps sessions on each server unless the application is deployed otherwise";
    private static final int TWO_FACES = 8018;
    private static Cluster cluster;

    /** People who begin at a server that is killed later: one has passed, the other has sent a form and has the page open. */
    private static Browser passed;

    private static Browser form;
    private static String token;

    @BeforeAll
    static void start() {
        cluster = Cluster.start(
                counting("shared")
                        .with("facecheck.attempts.shared", sharedCache())
                        .build(),
                counting("lasting")
                        .with("facecheck.attempts.shared", sharedCache())
                        .build(),
                counting("alone").build(),
                TestWar.named("moving").webXml("", "<distributable/>").build());
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    private static TestWar counting(String name) {
        return TestWar.named(name)
                .with("facecheck.attempts.max-per-address", "3")
                .file("WEB-INF/jboss-web.xml", """
                <jboss-web>
                  <resource-env-ref>
                    <resource-env-ref-name>facecheck/attempts</resource-env-ref-name>
                    <jndi-name>java:jboss/infinispan/cache/facecheck/attempts</jndi-name>
                  </resource-env-ref>
                </jboss-web>
                """);
    }

    private static String sharedCache() {
        return System.getProperty("server").equals("wildfly") ? "java:comp/env/facecheck/attempts" : "payara/Hazelcast";
    }

    @BeforeEach
    void finds_two_faces() {
        Faceki.answersCode(TWO_FACES);
    }

    @AfterEach
    void matches_again() {
        Faceki.matches();
    }

    /** In a session of its own. */
    private static Reply attempt(int node, String application) {
        return cluster.node(node).browser(application).passFaceCheck();
    }

    @Test
    @Order(1)
    void attempts_at_either_server_count_at_both() {
        assertThat(attempt(0, "shared").status()).isEqualTo(422);
        assertThat(attempt(1, "shared").status()).isEqualTo(422);
        assertThat(attempt(0, "shared").status()).isEqualTo(422);
        Faceki.matches();

        assertThat(attempt(1, "shared").status()).isEqualTo(429);
        assertThat(attempt(0, "shared").status()).isEqualTo(429);
        assertThat(Faceki.checks()).isZero();
    }

    @Test
    @Order(1)
    void a_check_that_is_passed_at_the_other_server_takes_no_attempt() {
        Faceki.matches();

        for (int i = 0; i < 4; i++) {
            assertThat(attempt(i % 2, "lasting").status()).isEqualTo(303);
        }
    }

    @Test
    @Order(1)
    void without_a_shared_cache_each_server_counts_by_itself() {
        for (int i = 0; i < 3; i++) {
            assertThat(attempt(0, "alone").status()).isEqualTo(422);
        }

        assertThat(attempt(0, "alone").status()).isEqualTo(429);
        assertThat(attempt(1, "alone").status()).isEqualTo(422);
    }

    /** The same browser, which a load balancer sends to the other server. */
    private static Browser moved(Browser browser) {
        Browser there = cluster.node(1).browser("moving");
        there.adopt(browser);
        return there;
    }

    @Test
    @Order(1)
    @EnabledIfSystemProperty(named = "server", matches = "wildfly", disabledReason = SESSIONS)
    @DisabledIfSystemProperty(named = "other.jar", matches = ".+", disabledReason = "not tried on WildFly 26")
    void a_pass_opens_at_the_other_server_too() {
        Faceki.matches();
        form = cluster.node(0).browser("moving");
        form.post("secure/transfer", "amount=5");
        token = form.open("facecheck").token();
        passed = cluster.node(0).browser("moving");
        passed.passFaceCheck();
        assertThat(passed.open("secure/page").status()).isEqualTo(200);

        assertThat(Patience.until(() -> moved(passed).open("secure/page").status(), status -> status == 200))
                .isEqualTo(200);
    }

    @Test
    @Order(2)
    void a_lockout_outlives_the_server_that_counted_it() {
        for (int i = 0; i < 3; i++) {
            assertThat(attempt(0, "lasting").status()).isEqualTo(422);
        }
        Faceki.matches();

        cluster.node(0).kill();

        Reply told = Patience.until(() -> attempt(1, "lasting"), reply -> reply.status() != 503);
        assertThat(told.status()).isEqualTo(429);
        assertThat(Faceki.checks()).isZero();
    }

    @Test
    @Order(3)
    @EnabledIfSystemProperty(named = "server", matches = "wildfly", disabledReason = SESSIONS)
    @DisabledIfSystemProperty(named = "other.jar", matches = ".+", disabledReason = "not tried on WildFly 26")
    void what_people_were_doing_goes_on_when_their_server_is_gone() {
        Faceki.matches();

        assertThat(moved(passed).open("secure/page").text()).contains("PROTECTED", "fullName=FIRST MIDDLE LAST NAME");
        Browser sender = moved(form);
        String target = sender.submit(token, Selfies.jpeg()).header("Location");
        assertThat(target).isEqualTo(sender.path("secure/transfer"));
        assertThat(sender.follow(target).text()).contains("method=POST", "parameter amount=[5]");
        assertThat(cluster.node(1).browser("moving").open("secure/page").status())
                .isEqualTo(303);
    }
}
