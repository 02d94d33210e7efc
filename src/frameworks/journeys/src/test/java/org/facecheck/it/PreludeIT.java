package org.facecheck.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Each JSP stands between two other files. */
@Kind("prelude and coda")
class PreludeIT extends DescriptorJourney {

    @Deployment(testable = false)
    static WebArchive war() {
        return grouped("""
                <include-prelude>/WEB-INF/prelude.jspf</include-prelude>
                <include-coda>/WEB-INF/coda.jspf</include-coda>""")
                .add(
                        new StringAsset("<%@ taglib prefix=\"c\" uri=\"https://facecheck.org/tags\" %>"),
                        "WEB-INF/prelude.jspf")
                .add(
                        new StringAsset("<%@ taglib prefix=\"d\" uri=\"https://facecheck.org/tags\" %>"),
                        "WEB-INF/coda.jspf");
    }
}
