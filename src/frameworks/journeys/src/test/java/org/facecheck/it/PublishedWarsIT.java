package org.facecheck.it;

import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Applications that others have published for Jakarta EE, as they are at Maven Central; pom.xml says which, with their hashes. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PublishedWarsIT {

    /** Pages in JSP, with scriptlets, tags and tag files: each page is protected by its ending. */
    @Deployment(name = "jsp-demo", testable = false)
    static WebArchive jsp() {
        return PublishedJourney.war("jsp-demo.war", "*.jsp");
    }

    /** A console with sixteen filters of its own, which also set the rules of what a page may load. */
    @Deployment(name = "hawtio", testable = false)
    static WebArchive hawtio() {
        return PublishedJourney.war("hawtio.war", "/*");
    }

    @Test
    void a_page_in_jsp_is_shown_after_the_check(@ArquillianResource @OperateOnDeployment("jsp-demo") URI application) {
        new PublishedJourney(application, "dump.jsp?name=Miller&town=M%C3%BCnchen").goesOn("Miller");
    }

    @Test
    void a_form_that_was_sent_in_the_middle_of_work_arrives_after_the_check(
            @ArquillianResource @OperateOnDeployment("jsp-demo") URI application) {
        new PublishedJourney(application, "dump.jsp").sendsForm();
    }

    @Test
    void the_console_is_shown_after_the_check(@ArquillianResource @OperateOnDeployment("hawtio") URI application) {
        new PublishedJourney(application, "index.html?tab=jmx").goesOn("<title>Hawtio");
    }
}
