package org.facecheck.it;

import java.util.function.UnaryOperator;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An application of servlets, below a descriptor of some age, with the JSP that the jar ships as its capture page. */
abstract class DescriptorJourney extends FormJourney {
    private static final String OF_TODAY = "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">";

    static WebArchive war(UnaryOperator<String> change) {
        WebArchive war = ForeignApplication.withFacecheck("classic")
                .with("facecheck.capture.view", "/WEB-INF/facecheck/capture.jsp")
                .build();
        return ForeignApplication.withDescriptor(war, change);
    }

    /** With another first line in place of the one of today. */
    static WebArchive below(String root) {
        return war(xml -> xml.replace(OF_TODAY, root));
    }

    /** With a group that has this property and all JSPs in it. */
    static WebArchive grouped(String property) {
        return war(xml -> xml.replace("</web-app>", """
                <jsp-config><jsp-property-group>
                  <url-pattern>*.jsp</url-pattern>
                  %s
                </jsp-property-group></jsp-config>
                </web-app>""".formatted(property)));
    }
}
