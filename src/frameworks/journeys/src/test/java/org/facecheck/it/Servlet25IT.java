package org.facecheck.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The first one that reads annotations, in Sun's namespace. */
@Kind("web.xml of Servlet 2.5")
class Servlet25IT extends DescriptorJourney {

    @Deployment(testable = false)
    static WebArchive war() {
        return below("<web-app xmlns=\"http://java.sun.com/xml/ns/javaee\" version=\"2.5\">");
    }
}
