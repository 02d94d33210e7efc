package org.facecheck.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** All JSPs are read in another encoding. */
@Kind("page-encoding")
class PageEncodingIT extends DescriptorJourney {

    @Deployment(testable = false)
    static WebArchive war() {
        return grouped("<page-encoding>ISO-8859-1</page-encoding>");
    }
}
