package org.facecheck.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** No JSP may hold Java. */
@Kind("scripting-invalid")
class NoScriptletsIT extends DescriptorJourney {

    @Deployment(testable = false)
    static WebArchive war() {
        return grouped("<scripting-invalid>true</scripting-invalid>");
    }
}
