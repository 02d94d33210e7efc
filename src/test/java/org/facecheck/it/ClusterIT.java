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

/** The other server is no new chance. */
@TestMethodOrder(OrderAnnotation.class)
class ClusterIT {
    private static final int TWO_FACES = 8018;
    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = Cluster.start(
                counting("shared")
                        .with("facecheck.attempts.shared", sharedCache())
                        .build(),
                counting("lasting")
                        .with("facecheck.attempts.shared", sharedCache())
                        .build(),
                counting("alone").build());
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
}
