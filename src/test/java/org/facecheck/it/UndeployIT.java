package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.facecheck.fake.Pictures;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class UndeployIT {
    /** As many as either server has for requests. */
    private static final int BUSY_THREADS = 40;

    @ArquillianResource
    Deployer deployer;

    @Deployment(name = "observer", testable = false)
    static WebArchive observer() {
        return ShrinkWrap.create(WebArchive.class, "observer.war").addClass("org.facecheck.it.app.LeakServlet");
    }

    @Deployment(name = "comes-and-goes", managed = false, testable = false)
    static WebArchive war() {
        return TestWar.named("comes-and-goes")
                .classes("org.facecheck.it.app.LeakServlet")
                .build();
    }

    @Test
    void leaves_no_thread_and_no_class_loader_behind_and_comes_back_working(
            @ArquillianResource @OperateOnDeployment("observer") URI observer) {
        Faceki.matches();
        Browser leaks = new Browser(observer);
        keepThreadsBusy(observer);
        for (int round = 0; round < 2; round++) {
            deployer.deploy("comes-and-goes");
            Browser browser = new Browser(observer.resolve("/comes-and-goes/"));
            assertThat(browser.open("open/leak?remember").status()).isEqualTo(200);
            browser.open("secure/page");
            assertThat(browser.follow(browser.passFaceCheck().header("Location"))
                            .text())
                    .contains("PROTECTED");
            byte[] sideways = Pictures.with(Selfies.jpeg(), Pictures.exif(6));
            Browser other = new Browser(observer.resolve("/comes-and-goes/"));
            assertThat(other.submit(other.open("facecheck").token(), sideways).status())
                    .isEqualTo(303);
            assertThat(leaks.open("open/leak").text()).contains("threads=[facecheck");
            deployer.undeploy("comes-and-goes");

            String left = Patience.until(
                    () -> {
                        keepThreadsBusy(observer);
                        return leaks.open("open/leak").text();
                    },
                    text -> text.contains("threads=[]") && text.contains("loader=gone"));

            assertThat(left).contains("threads=[]", "loader=gone");
        }
    }

    @Test
    void leaves_no_thread_behind_where_only_the_capture_page_was_asked_for(
            @ArquillianResource @OperateOnDeployment("observer") URI observer) {
        Faceki.matches();
        Browser leaks = new Browser(observer);
        deployer.deploy("comes-and-goes");
        Browser browser = new Browser(observer.resolve("/comes-and-goes/"));
        assertThat(browser.open("open/leak?remember").status()).isEqualTo(200);
        assertThat(browser.passFaceCheck().status()).isEqualTo(303);
        assertThat(leaks.open("open/leak").text()).contains("threads=[facecheck");
        deployer.undeploy("comes-and-goes");

        String left = Patience.until(() -> leaks.open("open/leak").text(), text -> text.contains("threads=[]"));

        assertThat(left).contains("threads=[]");
    }

    /**
     * A server's thread may refer to its last request while it waits for another one, and WildFly's to their very first one
     * for good; and so to an application that has gone. That is not what is to be seen here.
     */
    private static void keepThreadsBusy(URI observer) {
        List<CompletableFuture<Integer>> busy = new ArrayList<>();
        for (int i = 0; i < BUSY_THREADS; i++) {
            busy.add(CompletableFuture.supplyAsync(
                    () -> new Browser(observer).open("open/leak?busy").status(), task -> new Thread(task).start()));
        }
        assertThat(busy).extracting(CompletableFuture::join).containsOnly(200);
    }
}
