package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and roles of an application's own directory, by its bean, and views of Faces that show them; in both modes. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DirectoryLoginIT {
    private static final String FACES = """
            <servlet><servlet-name>faces</servlet-name>
              <servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class></servlet>
            <servlet-mapping><servlet-name>faces</servlet-name><url-pattern>*.xhtml</url-pattern></servlet-mapping>
            """;

    @ArquillianResource
    @OperateOnDeployment("directory-application")
    URI ofApplication;

    @ArquillianResource
    @OperateOnDeployment("directory-container")
    URI ofContainer;

    private static TestWar directory(String name) {
        return LoginWar.named(name)
                .without("facecheck.login.name")
                .without("facecheck.login.roles")
                .classes("org.facecheck.it.app.StaffDirectory")
                .file("staff/hello.xhtml", """
                        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:h="http://xmlns.jcp.org/jsf/html">
                        <h:head><title>x</title></h:head>
                        <h:body>HELLO #{request.remoteUser}, #{facesContext.externalContext.userPrincipal.name},
                        board=#{facesContext.externalContext.isUserInRole('board')}</h:body></html>""");
    }

    @Deployment(name = "directory-application", testable = false)
    static WebArchive application() {
        return LoginWar.build(directory("directory-application")
                .with("facecheck.login", "application")
                .with("facecheck.protect", "/secure/*,/staff/*")
                .webXml("", FACES));
    }

    @Deployment(name = "directory-container", testable = false)
    static WebArchive container() {
        return LoginWar.build(directory("directory-container")
                .webXml(
                        "",
                        FACES
                                + LoginWar.constraint("/secure/*", "board")
                                + LoginWar.constraint("/staff/*", "board")
                                + LoginWar.roles()));
    }

    private Browser browser(String mode) {
        return new Browser(mode.equals("application") ? ofApplication : ofContainer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "container"})
    void says_under_which_name_and_with_which_roles_somebody_is_there(String mode) {
        Faceki.answersMatchNamed("ANNA GROSS");
        Browser browser = browser(mode);

        assertThat(NamedCheck.logIn("AGross", browser).status()).isEqualTo(303);

        assertThat(browser.open("secure/caller").text()).contains("principal=agross", "employee=false");
        assertThat(browser.open("staff/hello.xhtml").text().replaceAll("\\s+", " "))
                .contains("HELLO agross, agross, board=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "container"})
    void the_name_of_the_record_is_nobodys_where_the_directory_has_another_one(String mode) {
        Faceki.answersMatchNamed("ANNA GROSS");
        Browser browser = browser(mode);

        assertThat(NamedCheck.logIn("ANNA GROSS", browser).status()).isEqualTo(403);
        assertThat(browser.open("secure/caller").status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "container"})
    void whoever_is_not_in_it_is_not_logged_in(String mode) {
        Faceki.answersMatchNamed("BOB SMALL");
        Browser browser = browser(mode);

        assertThat(NamedCheck.logIn("BOB SMALL", browser).status()).isEqualTo(403);
        assertThat(browser.open("secure/caller").status()).isEqualTo(303);
    }
}
