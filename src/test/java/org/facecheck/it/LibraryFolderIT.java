package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar in the folder of libraries of a domain of Payara, for all applications there. */
@EnabledIfSystemProperty(named = "server", matches = "payara", disabledReason = "a folder of Payara's")
class LibraryFolderIT {
    private static Cluster server;

    /** Payara with the jar there. */
    private record WithLibrary(ClusterServer server) implements ChangedServer {
        @Override
        public void prepare(Path directory, int number, List<Integer> offsets) throws IOException {
            server.prepare(directory, number, offsets);
            Path folder = Files.createDirectories(directory.resolve("lib"));
            Files.copy(Path.of(System.getProperty("facecheck.jar")), folder.resolve("facecheck.jar"));
        }
    }

    @BeforeAll
    static void start() {
        server = Cluster.alone(
                "library",
                new WithLibrary(ClusterServer.underTest()),
                ShrinkWrap.create(EnterpriseArchive.class, "staff.ear")
                        .addAsModules(
                                TestWar.sharing("library-pay").build(),
                                TestWar.sharing("library-people").build(),
                                TestWar.unaware("library-news").build()),
                TestWar.sharing("library-single").build());
        for (String guarded : new String[] {"library-pay", "library-people", "library-single"}) {
            server.node(0).awaitApplication(guarded);
        }
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void matches() {
        Faceki.matches();
    }

    @ParameterizedTest
    @ValueSource(strings = {"library-pay", "library-people", "library-single"})
    void one_jar_asks_and_opens_in_each_application(String application) {
        Browser browser = server.node(0).browser(application);
        assertThat(browser.open("open/echo").status()).isEqualTo(200);
        assertThat(browser.open("secure/page").status()).isEqualTo(303);
        assertThat(browser.open("facecheck/capture.js").status()).isEqualTo(200);

        String target = browser.passFaceCheck().header("Location");

        assertThat(target).isEqualTo(browser.path("secure/page"));
        assertThat(browser.follow(target).text()).contains("PROTECTED", "fullName=FIRST MIDDLE LAST NAME");
    }

    @Test
    void a_pass_in_one_application_is_none_in_the_other() {
        Browser pay = server.node(0).browser("library-pay");
        pay.passFaceCheck();
        Browser people = server.node(0).browser("library-people");
        people.adopt(pay);

        assertThat(pay.open("secure/page").status()).isEqualTo(200);
        assertThat(people.open("secure/page").status()).isEqualTo(303);
    }

    @Test
    void an_application_without_a_key_is_left_alone_and_the_log_says_so() {
        Browser news = server.node(0).browser("library-news");

        assertThat(news.open("secure/page").status()).isEqualTo(200);
        assertThat(news.open("facecheck").status()).isEqualTo(404);
        assertThat(server.node(0).log()).contains("Facecheck leaves /library-news alone");
    }
}
