package org.facecheck.it;

import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A WAR with the jar as it was built, and a configuration. */
final class TestWar {
    private final WebArchive war;
    private final Map<String, String> settings = new TreeMap<>();

    private TestWar(WebArchive application) {
        war = application;
    }

    /** Protects {@code /secure/*}, and holds the servlets that tests ask. */
    static TestWar named(String name) {
        return bare(name).withServlets();
    }

    /** The same, with the jar of somebody else's: of the EAR that it is in, or of the server's. */
    static TestWar sharing(String name) {
        return new TestWar(ShrinkWrap.create(WebArchive.class, name + ".war"))
                .configured()
                .withServlets();
    }

    /** As {@link #sharing}, and it says nothing of Facecheck. */
    static TestWar unaware(String name) {
        return new TestWar(ShrinkWrap.create(WebArchive.class, name + ".war")).withServlets();
    }

    private TestWar withServlets() {
        return classes("org.facecheck.it.app.EchoServlet", "org.facecheck.it.app.DispatchServlet");
    }

    /** The same without any servlet. */
    static TestWar bare(String name) {
        return withJar(name, System.getProperty("facecheck.jar"));
    }

    /** With another jar in place of the one that is tested. */
    static TestWar withJar(String name, String jar) {
        return new TestWar(ShrinkWrap.create(WebArchive.class, name + ".war"))
                .jar(jar)
                .configured();
    }

    /** An application that was built without Facecheck, with the jar dropped in. */
    static TestWar of(File application) {
        return new TestWar(ShrinkWrap.createFromZipFile(WebArchive.class, application))
                .jar(System.getProperty("facecheck.jar"))
                .configured();
    }

    TestWar jar(String jar) {
        war.addAsLibrary(new File(jar), "facecheck.jar");
        return this;
    }

    private TestWar configured() {
        return with("facecheck.protect", "/secure/*")
                .with("facecheck.service.base-url", Faceki.baseUrl())
                .with("facecheck.service.client-id", "client")
                .with("facecheck.service.client-secret", Faceki.SECRET);
    }

    TestWar with(String key, String value) {
        settings.put(key, value);
        return this;
    }

    TestWar without(String key) {
        settings.remove(key);
        return this;
    }

    TestWar classes(String... names) {
        for (String name : names) {
            war.addClass(name);
        }
        return this;
    }

    TestWar file(String path, String content) {
        war.add(new StringAsset(content), path);
        return this;
    }

    TestWar webXml(String attributes, String content) {
        return file("WEB-INF/web.xml", """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0" %s>
                %s
                </web-app>
                """.formatted(attributes, content));
    }

    /**
     * Everything, the capture page too, goes through a filter that knows nothing of asynchronous requests.
     *
     * @param content what else the descriptor says
     */
    TestWar behindAnOldFilter(String content) {
        return with("facecheck.position", "last")
                .classes("org.facecheck.it.app.OldFilter")
                .webXml("", """
                %s
                <filter><filter-name>old</filter-name>
                  <filter-class>org.facecheck.it.app.OldFilter</filter-class></filter>
                <filter-mapping><filter-name>old</filter-name><url-pattern>/*</url-pattern></filter-mapping>
                """.formatted(content));
    }

    TestWar atRoot() {
        return file("WEB-INF/jboss-web.xml", "<jboss-web><context-root>/</context-root></jboss-web>")
                .file(
                        "WEB-INF/glassfish-web.xml",
                        "<glassfish-web-app><context-root>/</context-root></glassfish-web-app>");
    }

    WebArchive build() {
        if (settings.isEmpty()) {
            return war;
        }
        return war.addAsResource(
                new StringAsset(settings.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n"))),
                "META-INF/microprofile-config.properties");
    }
}
