package org.facecheck.it;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.facecheck.it.ServerRow.Feature;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What is deployed together on each server: an application for each thing to try. */
record ServerApplications(boolean needsApis) {
    private static final String BEANS =
            "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" bean-discovery-mode=\"all\" version=\"4.0\"/>";

    static ServerApplications on(ServerRow row) {
        return new ServerApplications(!row.has(Feature.JAR_ALONE));
    }

    /** The jars that bring what Facecheck's message names, and what those depend on. */
    static List<File> apis() {
        return List.of(new File(System.getProperty("apis")).listFiles());
    }

    List<WebArchive> all() {
        List<WebArchive> all = new ArrayList<>();
        all.add(TestWar.named("alone").build());
        all.add(complete(TestWar.named("journey")));
        all.add(complete(TestWar.unaware("unset").jar(System.getProperty("facecheck.jar"))));
        all.add(complete(TestWar.withJar("wrong", System.getProperty("javax.jar"))
                .classes("org.facecheck.it.app.EchoServlet", "org.facecheck.it.app.DispatchServlet")));
        all.add(complete(TestWar.named("login")
                .with("facecheck.login", "application")
                .with("facecheck.login.name", "fullName")
                .with("facecheck.login.roles", "employee")
                .with("facecheck.login.logout-path", "/sign-out")
                .classes("org.facecheck.it.app.CallerServlet")));
        all.add(complete(TestWar.named("pages").file("open/who.jsp", "EL=${facecheck.identity.fullName}.")));
        all.add(complete(TestWar.named("views")
                .with("facecheck.capture.view", "/WEB-INF/facecheck/capture.xhtml")
                .file("WEB-INF/beans.xml", BEANS)
                .webXml("", """
                        <servlet><servlet-name>faces</servlet-name>
                          <servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class></servlet>
                        <servlet-mapping><servlet-name>faces</servlet-name><url-pattern>*.xhtml</url-pattern></servlet-mapping>
                        """)));
        all.add(complete(TestWar.named("beans")
                .classes("org.facecheck.it.app.BeanServlet", "org.facecheck.it.app.Observer")
                .file("WEB-INF/beans.xml", BEANS)));
        all.add(complete(TestWar.named("ordered").webXml("", "<absolute-ordering/>")));
        return all;
    }

    /** With what the server does not have. */
    private WebArchive complete(TestWar application) {
        WebArchive war = application.build();
        return needsApis ? war.addAsLibraries(apis().toArray(File[]::new)) : war;
    }
}
