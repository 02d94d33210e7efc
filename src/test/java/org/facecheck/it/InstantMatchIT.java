package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A match that comes before the server is done with the dispatch that asked for it is not lost. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("thorough")
class InstantMatchIT {
    private static final int CHECKS = 1000;
    private static final int CLIENTS = 8;
    private static final byte[] PICTURE = Selfies.jpeg();

    /** The page is answered in front of the slow filter: the server has next to no way back. */
    @Deployment(name = "instant-first", testable = false)
    static WebArchive first() {
        return war("instant-first", "first");
    }

    /** The slow filter is on the way of the page, in the first dispatch and in the second. */
    @Deployment(name = "instant-last", testable = false)
    static WebArchive last() {
        return war("instant-last", "last");
    }

    private static WebArchive war(String name, String position) {
        String parts = "org.facecheck.it.app.InstantParts";
        return TestWar.named(name)
                .with("facecheck.position", position)
                .with("facecheck.attempts.max-per-address", "100000")
                .classes(parts, parts + "$Matcher", parts + "$Audit", parts + "$SlowFilter", parts + "$Count")
                .file(
                        "WEB-INF/beans.xml",
                        "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" bean-discovery-mode=\"annotated\" version=\"4.0\"/>")
                .webXml("", """
                        <filter><filter-name>slow</filter-name>
                          <filter-class>%1$s$SlowFilter</filter-class><async-supported>true</async-supported></filter>
                        <filter-mapping><filter-name>slow</filter-name><url-pattern>/facecheck</url-pattern>
                          <dispatcher>REQUEST</dispatcher><dispatcher>ASYNC</dispatcher></filter-mapping>
                        <servlet><servlet-name>count</servlet-name><servlet-class>%1$s$Count</servlet-class></servlet>
                        <servlet-mapping><servlet-name>count</servlet-name><url-pattern>/count</url-pattern></servlet-mapping>
                        """.formatted(parts))
                .build();
    }

    private static int check(URI application, int number) {
        Browser person = new Browser(application);
        person.open("secure/page");
        String token = person.open("facecheck").token();
        Reply reply = number % 10 == 0 ? person.submit(token, PICTURE) : person.submitRaw(token, PICTURE, "image/jpeg");
        return reply.status();
    }

    @Test
    void every_check_ends_with_one_verdict_and_one_event(
            @ArquillianResource @OperateOnDeployment("instant-first") URI application) throws Exception {
        assertVerdicts(application);
    }

    @Test
    void so_does_every_one_behind_a_filter_that_takes_its_time(
            @ArquillianResource @OperateOnDeployment("instant-last") URI application) throws Exception {
        assertVerdicts(application);
    }

    private static void assertVerdicts(URI application) throws Exception {
        Map<Integer, Integer> statuses = new TreeMap<>();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            IntStream.range(0, CHECKS)
                    .forEach(number -> clients.execute(() -> {
                        int status = check(application, number);
                        synchronized (statuses) {
                            statuses.merge(status, 1, Integer::sum);
                        }
                    }));
        } finally {
            clients.shutdown();
        }
        assertThat(clients.awaitTermination(5, TimeUnit.MINUTES)).isTrue();

        assertThat(statuses).isEqualTo(Map.of(201, CHECKS * 9 / 10, 303, CHECKS / 10));
        assertThat(new Browser(application).open("count").text())
                .isEqualTo("%d checks, %d events".formatted(CHECKS, CHECKS));
    }
}
