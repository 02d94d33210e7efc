package org.facecheck.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Of today. */
@Kind("web.xml of Servlet 6.0")
class Servlet60IT extends DescriptorJourney {

    @Deployment(testable = false)
    static WebArchive war() {
        return war(xml -> xml);
    }
}
