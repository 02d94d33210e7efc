package org.facecheck.it;

import java.io.File;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Applications of Jakarta Security with both jars. */
final class LoginWar {
    static final String BEANS =
            "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" bean-discovery-mode=\"annotated\" version=\"4.0\"/>";

    private LoginWar() {}

    /** Without a rule: the container's constraints alone say what is protected. */
    static TestWar named(String name) {
        return TestWar.named(name)
                .without("facecheck.protect")
                .with("facecheck.login", "container")
                .with("facecheck.login.name", "fullName")
                .with("facecheck.login.roles", "employee")
                .file("WEB-INF/beans.xml", BEANS)
                .classes(
                        "org.facecheck.it.app.CallerServlet",
                        "org.facecheck.it.app.ComponentsServlet",
                        "org.facecheck.it.app.Ledger",
                        "org.facecheck.it.app.Payroll");
    }

    static WebArchive build(TestWar war) {
        return war.build().addAsLibrary(new File(System.getProperty("login.jar")), "facecheck-login.jar");
    }

    /** A constraint on a pattern, for a role. */
    static String constraint(String pattern, String role, String... methods) {
        return """
                <security-constraint><web-resource-collection><web-resource-name>%1$s</web-resource-name>
                  <url-pattern>%1$s</url-pattern>%3$s</web-resource-collection>
                  <auth-constraint><role-name>%2$s</role-name></auth-constraint></security-constraint>
                """.formatted(
                        pattern,
                        role,
                        Stream.of(methods)
                                .map(method -> "<http-method>" + method + "</http-method>")
                                .collect(Collectors.joining()));
    }

    /** The roles that constraints name. */
    static String roles() {
        return "<security-role><role-name>employee</role-name></security-role>"
                + "<security-role><role-name>board</role-name></security-role>";
    }
}
