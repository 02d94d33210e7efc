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

/** Applications that others have published for Java EE, as they are at Maven Central; pom.xml says which, with their hashes. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PublishedJavaxWarsIT {

    /** Pages in JSP, with scriptlets, tags and tag files: each page is protected by its ending. */
    @Deployment(name = "jsp-demo", testable = false)
    static WebArchive jsp() {
        return PublishedJourney.war("jsp-demo.war", "*.jsp");
    }

    /** Apache Jackrabbit's server for documents: a descriptor of Servlet 2.3 with its DTD, and forty libraries. */
    @Deployment(name = "jackrabbit", testable = false)
    static WebArchive jackrabbit() {
        return PublishedJourney.war("jackrabbit.war", "*.jsp");
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
    void a_page_below_a_descriptor_of_servlet_23_is_shown_after_the_check(
            @ArquillianResource @OperateOnDeployment("jackrabbit") URI application) {
        new PublishedJourney(application, "about.jsp?from=%C3%BC").goesOn("Jackrabbit");
    }
}
