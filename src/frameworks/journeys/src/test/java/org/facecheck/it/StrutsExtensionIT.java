package org.facecheck.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Struts where each address ends in {@code .do}, as in those that have come from its first version. */
@Kind("Struts 7, name.do")
class StrutsExtensionIT extends FormJourney {

    @Deployment(testable = false)
    static WebArchive war() {
        return ForeignApplication.withFacecheck("struts")
                .file("WEB-INF/classes/struts.properties", "struts.action.extension=do\n")
                .build();
    }

    @Override
    String address(String action) {
        return "secure/" + action + ".do";
    }
}
