package org.facecheck.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Stripes, whose filter looks at all addresses for actions of its own; it is to be had for Java EE 8 alone. */
class StripesIT extends FormJourney {

    @Deployment(testable = false)
    static WebArchive war() {
        return ForeignApplication.withFacecheck("stripes").build();
    }
}
