package org.facecheck.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Expression language is off in all JSPs. */
@Kind("el-ignored")
class IgnoredExpressionsIT extends DescriptorJourney {

    @Deployment(testable = false)
    static WebArchive war() {
        return grouped("<el-ignored>true</el-ignored>");
    }
}
