package org.facecheck.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Struts with its usual addresses, {@code name.action} or the bare name. */
@Kind("Struts 7, name.action")
class StrutsIT extends FormJourney {

    @Deployment(testable = false)
    static WebArchive war() {
        return ForeignApplication.withFacecheck("struts").build();
    }
}
