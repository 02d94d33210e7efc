package org.facecheck.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Servlet 2.3: expression language is off in all JSPs (Jakarta Pages 3.1, section 3.3.2), and annotations are not read. */
@Kind("web.xml of Servlet 2.3, with its DTD")
class Servlet23IT extends DescriptorJourney {

    @Deployment(testable = false)
    static WebArchive war() {
        return below("""
                <!DOCTYPE web-app PUBLIC "-//Sun Microsystems, Inc.//DTD Web Application 2.3//EN" \
                "http://java.sun.com/dtd/web-app_2_3.dtd">
                <web-app>""");
    }
}
