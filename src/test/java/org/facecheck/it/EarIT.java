package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several applications in one EAR, and one jar for all of them, or one for each. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EarIT {
    private static final String JAR = System.getProperty("facecheck.jar");
    private static final String PARTS = "org.facecheck.it.app.OwnParts";
    private static final String BEANS =
            "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" bean-discovery-mode=\"annotated\" version=\"4.0\"/>";

    @ArquillianResource
    Deployer deployer;

    /** The server's root, from an application that is always there. */
    @ArquillianResource
    @OperateOnDeployment("shared")
    URI shared;

    @BeforeEach
    void matches() {
        Faceki.matches();
    }

    private static EnterpriseArchive ear(String name, TestWar... applications) {
        EnterpriseArchive ear = ShrinkWrap.create(EnterpriseArchive.class, name + ".ear");
        for (TestWar application : applications) {
            ear.addAsModule(application.build());
        }
        return ear;
    }

    private static EnterpriseArchive sharing(String name, TestWar... applications) {
        return ear(name, applications).addAsLibrary(new File(JAR), "facecheck.jar");
    }

    @Deployment(name = "shared", testable = false)
    static EnterpriseArchive shared() {
        return sharing(
                "shared",
                TestWar.sharing("ear-pay")
                        .file("WEB-INF/classes/facecheck-messages_nl.properties", "page.title=Loonstrook")
                        .file("WEB-INF/classes/facecheck-messages_de.properties", "page.title=Gehalt"),
                TestWar.sharing("ear-people")
                        .classes(PARTS, PARTS + "$Matcher", PARTS + "$Policy", PARTS + "$Binding", PARTS + "$Guest")
                        .file("WEB-INF/beans.xml", BEANS)
                        .file("WEB-INF/classes/facecheck-messages_de.properties", "page.title=Personal"),
                TestWar.sharing("ear-stock").file("WEB-INF/beans.xml", BEANS),
                TestWar.unaware("ear-news"));
    }

    private Browser browser(String application) {
        return new Browser(shared.resolve("/" + application + "/"));
    }

    private void asksAndOpens(String application, String name) {
        Browser browser = browser(application);
        assertThat(browser.open("open/echo").status()).isEqualTo(200);
        assertThat(browser.open("secure/page").status()).isEqualTo(303);
        assertThat(browser.open("facecheck/capture.js").status()).isEqualTo(200);
        String target = browser.passFaceCheck().header("Location");
        assertThat(target).isEqualTo(browser.path("secure/page"));
        assertThat(browser.follow(target).text()).contains("PROTECTED", "fullName=" + name);
    }

    /** Each by its own matcher, with beans of its own or without any, whatever its neighbours have. */
    @ParameterizedTest
    @ValueSource(strings = {"ear-pay", "ear-stock"})
    void one_jar_asks_and_opens_in_each_application(String application) {
        asksAndOpens(application, "FIRST MIDDLE LAST NAME");
        assertThat(Faceki.checks()).isEqualTo(1);
    }

    @Test
    void an_application_has_its_own_matcher_policy_and_binding_beside_a_shared_jar() {
        asksAndOpens("ear-people", "Own height-480");
        assertThat(Faceki.checks()).isZero();
    }

    @Test
    void a_pass_in_one_application_is_none_in_the_other() {
        Browser pay = browser("ear-pay");
        pay.passFaceCheck();
        Browser people = browser("ear-people");
        people.adopt(pay);

        assertThat(pay.open("secure/page").status()).isEqualTo(200);
        assertThat(people.open("secure/page").status()).isEqualTo(303);
    }

    @Test
    void each_application_has_texts_of_its_own() {
        assertThat(page("ear-pay", "nl")).contains("<title>Loonstrook");
        assertThat(page("ear-people", "nl")).contains("<title>").doesNotContain("Loonstrook");
        assertThat(page("ear-people", "de")).contains("<title>Personal");
        assertThat(page("ear-pay", "de")).contains("<title>Gehalt");
    }

    private String page(String application, String language) {
        return browser(application)
                .claiming(Map.of("Accept-Language", language))
                .open("facecheck")
                .text();
    }

    @Deployment(name = "sibling", managed = false, testable = false)
    static EnterpriseArchive sibling() {
        return sharing("sibling", TestWar.sharing("ear-closed"), TestWar.unaware("ear-open"));
    }

    @Test
    void an_application_without_a_key_is_left_alone_and_the_log_says_so() {
        ServerLog log = ServerLog.fromNow();
        deployer.deploy("sibling");
        try {
            assertThat(log.text())
                    .contains("Facecheck guards /ear-closed, rule protect")
                    .contains("Facecheck leaves /ear-open alone")
                    .doesNotContain("Facecheck guards /ear-open", "Facecheck leaves /ear-closed");
            assertThat(browser("ear-open").open("secure/page").status()).isEqualTo(200);
            assertThat(browser("ear-open").open("facecheck").status()).isEqualTo(404);
            assertThat(browser("ear-closed").open("secure/page").status()).isEqualTo(303);
        } finally {
            deployer.undeploy("sibling");
        }
    }

    /** What all of them need stands in one place, and what each protects stands in it. */
    @Deployment(name = "together", managed = false, testable = false)
    static EnterpriseArchive together() {
        return sharing(
                        "together",
                        TestWar.unaware("ear-ruled").with("facecheck.protect", "/secure/*"),
                        TestWar.unaware("ear-unruled"))
                .addAsLibrary(ShrinkWrap.create(JavaArchive.class, "configuration.jar")
                        .addAsManifestResource(
                                new StringAsset("facecheck.service.base-url=" + Faceki.baseUrl()
                                        + "\nfacecheck.service.client-id=client\nfacecheck.service.client-secret="
                                        + Faceki.SECRET),
                                "microprofile-config.properties"));
    }

    @Test
    void what_the_whole_ear_says_of_the_service_makes_no_application_protected() {
        ServerLog log = ServerLog.fromNow();
        deployer.deploy("together");
        try {
            asksAndOpens("ear-ruled", "FIRST MIDDLE LAST NAME");
            assertThat(log.text()).contains("Facecheck leaves /ear-unruled alone");
        } finally {
            deployer.undeploy("together");
        }
    }

    @Deployment(name = "key-alone", managed = false, testable = false)
    static EnterpriseArchive keyAlone() {
        return sharing(
                "key-alone",
                TestWar.sharing("ear-with"),
                TestWar.unaware("ear-without").with("facecheck.max-age", "PT5M"));
    }

    @Deployment(name = "parameter-alone", managed = false, testable = false)
    static EnterpriseArchive parameterAlone() {
        return sharing(
                "parameter-alone",
                TestWar.unaware("ear-without")
                        .webXml(
                                "",
                                "<context-param><param-name>FaceCheck.protect</param-name>"
                                        + "<param-value>/secure/*</param-value></context-param>"));
    }

    @Deployment(name = "listener-alone", managed = false, testable = false)
    static EnterpriseArchive listenerAlone() {
        return sharing(
                "listener-alone",
                TestWar.unaware("ear-without")
                        .webXml(
                                "",
                                "<listener><listener-class>org.facecheck.web.FaceCheckListener</listener-class></listener>"));
    }

    @Deployment(name = "jar-alone", managed = false, testable = false)
    static EnterpriseArchive jarAlone() {
        return sharing("jar-alone", TestWar.unaware("ear-without").jar(JAR));
    }

    @Deployment(name = "own-jar-alone", managed = false, testable = false)
    static EnterpriseArchive ownJarAlone() {
        return ear("own-jar-alone", TestWar.unaware("ear-without").jar(JAR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"key-alone", "parameter-alone", "listener-alone", "jar-alone", "own-jar-alone"})
    void an_application_that_says_anything_of_facecheck_and_protects_nothing_stops_the_deployment(String ear) {
        ServerLog log = ServerLog.fromNow();

        assertThatThrownBy(() -> deployer.deploy(ear)).isInstanceOf(Exception.class);

        assertThat(log.text()).contains("facecheck.protect").doesNotContain("Facecheck leaves /ear-without alone");
    }

    @Deployment(name = "ordering", managed = false, testable = false)
    static EnterpriseArchive ordering() {
        return sharing("ordering", TestWar.sharing("ear-ordered").webXml("", "<absolute-ordering/>"));
    }

    /** Servers differ in whether an ordering of fragments is one of shared jars, too. */
    @Test
    void an_absolute_ordering_beside_a_shared_jar_is_stopped_or_guarded() {
        ServerLog log = ServerLog.fromNow();
        try {
            deployer.deploy("ordering");
        } catch (Exception stopped) {
            assertThat(log.text()).contains("write <name>facecheck</name> (or <others/>) into it");
            return;
        }
        try {
            assertThat(log.text()).contains("Facecheck guards /ear-ordered");
            assertThat(browser("ear-ordered").open("secure/page").status()).isNotEqualTo(200);
        } finally {
            deployer.undeploy("ordering");
        }
    }

    @Deployment(name = "both", managed = false, testable = false)
    static EnterpriseArchive both() {
        return sharing("both", TestWar.sharing("ear-both").jar(JAR));
    }

    @Test
    void the_jar_in_the_ear_and_in_an_application_works_and_is_named() {
        ServerLog log = ServerLog.fromNow();
        deployer.deploy("both");
        try {
            asksAndOpens("ear-both", "FIRST MIDDLE LAST NAME");
            assertThat(log.text()).contains("Facecheck's classes are here more than once");
        } finally {
            deployer.undeploy("both");
        }
    }

    /** The Arquillian adapter of WildFly alone deploys what this is about. */
    @Deployment(name = "no-config", managed = false, testable = false)
    static WebArchive noConfig() {
        return excluding(
                "no-config",
                "<exclusions><module name=\"org.eclipse.microprofile.config.api\"/></exclusions>"
                        + "<exclude-subsystems><subsystem name=\"microprofile-config-smallrye\"/></exclude-subsystems>");
    }

    @Deployment(name = "no-json", managed = false, testable = false)
    static WebArchive noJson() {
        return excluding(
                "no-json",
                "<exclusions><module name=\"jakarta.json.api\"/><module name=\"jakarta.json.bind.api\"/></exclusions>");
    }

    private static WebArchive excluding(String name, String exclusions) {
        return TestWar.named(name)
                .file(
                        "WEB-INF/jboss-deployment-structure.xml",
                        "<jboss-deployment-structure><deployment>" + exclusions
                                + "</deployment></jboss-deployment-structure>")
                .build();
    }

    @Test
    @EnabledIfSystemProperty(named = "arquillian.launch", matches = "wildfly")
    void a_configuration_that_the_application_does_not_get_is_named_with_the_remedy() {
        ServerLog log = ServerLog.fromNow();

        assertThatThrownBy(() -> deployer.deploy("no-config")).isInstanceOf(Exception.class);

        assertThat(log.text())
                .contains("needs APIs that this application does not get: MicroProfile Config.")
                .contains("jboss-deployment-structure.xml", "io.smallrye.config:smallrye-config:");
    }

    @Test
    @EnabledIfSystemProperty(named = "arquillian.launch", matches = "wildfly")
    void json_that_the_application_does_not_get_is_named_with_the_remedy() {
        ServerLog log = ServerLog.fromNow();

        assertThatThrownBy(() -> deployer.deploy("no-json")).isInstanceOf(Exception.class);

        assertThat(log.text())
                .contains("needs APIs that this application does not get: JSON Processing, JSON Binding.")
                .contains("jboss-deployment-structure.xml", "parsson:", "yasson:");
    }

    /** The jar as a module of the server's, which WildFly finds when it is first asked for. */
    @Deployment(name = "module", managed = false, testable = false)
    static WebArchive module() {
        return TestWar.sharing("module")
                .file(
                        "WEB-INF/jboss-deployment-structure.xml",
                        "<jboss-deployment-structure><deployment><dependencies><module name=\"org.facecheck.test\""
                                + " services=\"import\" meta-inf=\"import\"/></dependencies></deployment></jboss-deployment-structure>")
                .build();
    }

    @Test
    @EnabledIfSystemProperty(named = "arquillian.launch", matches = "wildfly")
    void the_jar_works_as_a_module_of_the_server() throws IOException {
        Path module = Path.of(System.getProperty("wildfly.home"), "modules", "org", "facecheck", "test", "main");
        Files.createDirectories(module);
        Files.copy(Path.of(JAR), module.resolve("facecheck.jar"), StandardCopyOption.REPLACE_EXISTING);
        String apis = Stream.of(
                        "jakarta.servlet.api",
                        "jakarta.servlet.jsp.api",
                        "jakarta.el.api",
                        "jakarta.enterprise.api",
                        "jakarta.inject.api",
                        "jakarta.json.api",
                        "jakarta.json.bind.api",
                        "jakarta.security.enterprise.api",
                        "org.eclipse.microprofile.config.api",
                        "java.desktop",
                        "java.management",
                        "java.naming",
                        "java.net.http",
                        "java.xml",
                        "jdk.unsupported")
                .map(name -> "<module name=\"" + name + "\"/>")
                .collect(Collectors.joining());
        Files.writeString(
                module.resolve("module.xml"),
                "<module xmlns=\"urn:jboss:module:1.9\" name=\"org.facecheck.test\"><resources><resource-root"
                        + " path=\"facecheck.jar\"/></resources><dependencies>" + apis + "</dependencies></module>");
        deployer.deploy("module");
        try {
            asksAndOpens("module", "FIRST MIDDLE LAST NAME");
        } finally {
            deployer.undeploy("module");
        }
    }

    @Deployment(name = "each", managed = false, testable = false)
    static EnterpriseArchive each() {
        return ear("each", TestWar.named("ear-one"), TestWar.named("ear-two"));
    }

    @Test
    void a_jar_in_each_application_asks_and_opens_in_each() {
        deployer.deploy("each");
        try {
            asksAndOpens("ear-one", "FIRST MIDDLE LAST NAME");
            asksAndOpens("ear-two", "FIRST MIDDLE LAST NAME");
        } finally {
            deployer.undeploy("each");
        }
    }
}
