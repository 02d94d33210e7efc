package org.facecheck.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** In Oracle's namespace. */
@Kind("web.xml of Servlet 3.1")
class Servlet31IT extends DescriptorJourney {

    @Deployment(testable = false)
    static WebArchive war() {
        return below("<web-app xmlns=\"http://xmlns.jcp.org/xml/ns/javaee\" version=\"3.1\">");
    }
}
