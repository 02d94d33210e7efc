package org.facecheck.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** All JSPs are taken for XML. */
@Kind("is-xml")
class XmlPagesIT extends DescriptorJourney {

    @Deployment(testable = false)
    static WebArchive war() {
        return grouped("<is-xml>true</is-xml>");
    }
}
