package org.facecheck.internal.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.facecheck.fake.MapSettings;
import org.facecheck.internal.config.reader.ConfigReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentCheckTest {
    private final ServletContext context = mock(ServletContext.class);

    private DeploymentCheck check(MapSettings settings) throws Exception {
        return new DeploymentCheck(context, ConfigReader.read(settings), DeploymentDescriptor.webXmlOf(context));
    }

    @Test
    void nothing_is_wrong_with_three_keys() throws Exception {
        DeploymentCheck check = check(MapSettings.complete());

        assertThat(check.problems(false, true)).isEmpty();
        assertThat(check.warnings(false)).isEmpty();
    }

    @Test
    void a_servlet_that_is_not_there_is_not_protected() throws Exception {
        when(context.getNamedDispatcher("vault")).thenReturn(mock(RequestDispatcher.class));

        assertThat(check(MapSettings.complete().with("facecheck.rule.x.servlets", "vault,valt"))
                        .problems(false, true))
                .singleElement()
                .asString()
                .startsWith("The rule x protects the servlet \"valt\", and this application has none of that name");
    }

    @Test
    void a_login_without_a_name_logs_nobody_in_and_stops_the_deployment() throws Exception {
        MapSettings settings = MapSettings.complete().with("facecheck.login", "application");

        assertThat(check(settings).problems(false, true))
                .singleElement()
                .asString()
                .contains("write into facecheck.login.name the field", "or give the application a FaceLogin bean");
        assertThat(check(settings).problems(true, true)).isEmpty();
        assertThat(check(settings.with("facecheck.login.name", "documentNumber"))
                        .problems(false, true))
                .isEmpty();
    }

    @Test
    void two_answers_to_who_is_logged_in_stop_the_deployment() throws Exception {
        MapSettings settings = MapSettings.complete().with("facecheck.login", "application");

        assertThat(check(settings.with("facecheck.login.name", "documentNumber"))
                        .problems(true, true))
                .singleElement()
                .asString()
                .contains("leave out these keys, or the bean");
        assertThat(check(settings.with("facecheck.login.roles", "employee")).problems(true, true))
                .hasSize(1);
    }

    @Test
    void the_containers_login_takes_the_second_jar() throws Exception {
        MapSettings settings = MapSettings.complete()
                .with("facecheck.login", "container")
                .with("facecheck.login.name", "documentNumber");

        assertThat(check(settings).problems(false, true)).isEmpty();
        assertThat(check(settings).problems(false, false))
                .singleElement()
                .asString()
                .contains("facecheck-login-<version>.jar beside this one");
        assertThat(check(settings.with("facecheck.login", "application")).problems(false, false))
                .isEmpty();
    }

    @Test
    void of_two_logins_of_the_containers_one_has_to_go() throws Exception {
        when(context.getResourceAsStream("/WEB-INF/web.xml"))
                .thenAnswer(asked -> new ByteArrayInputStream(
                        "<web-app><login-config><auth-method>BASIC</auth-method></login-config></web-app>"
                                .getBytes(StandardCharsets.UTF_8)));
        MapSettings settings = MapSettings.complete().with("facecheck.login.name", "documentNumber");

        assertThat(check(settings.with("facecheck.login", "container")).problems(false, true))
                .singleElement()
                .asString()
                .contains("drop the <login-config>, or write facecheck.login=application");
        assertThat(check(settings.with("facecheck.login", "application")).problems(false, true))
                .isEmpty();
    }

    @Test
    void a_login_by_the_face_alone_is_warned_of_in_numbers() throws Exception {
        MapSettings settings = MapSettings.complete()
                .with("facecheck.login", "application")
                .with("facecheck.login.name", "documentNumber");

        assertThat(check(settings).warnings(false)).isEmpty();
        assertThat(check(settings.with("facecheck.login.username", "none")).warnings(false))
                .singleElement()
                .asString()
                .startsWith("facecheck.login.username=none")
                .contains("one stranger in 100 with 1,000 people on file");
    }

    @Test
    void a_login_name_that_no_document_has_is_warned_of() throws Exception {
        MapSettings settings = MapSettings.complete()
                .with("facecheck.login", "application")
                .with("facecheck.login.name", "documentNumbr");

        assertThat(check(settings).warnings(false))
                .singleElement()
                .asString()
                .contains("facecheck.login.name names \"documentNumbr\"", "did you mean documentNumber?");
    }

    @Test
    void a_view_that_is_not_there_is_named() throws Exception {
        MapSettings settings = MapSettings.complete().with("facecheck.capture.view", "/WEB-INF/selfie.jsp");

        assertThat(check(settings).warnings(false))
                .singleElement()
                .asString()
                .startsWith("facecheck.capture.view is /WEB-INF/selfie.jsp, and this application has no such file");
        when(context.getResource("/WEB-INF/selfie.jsp"))
                .thenReturn(Path.of("x").toUri().toURL());
        assertThat(check(settings).warnings(false)).isEmpty();
    }

    @Test
    void a_page_in_the_place_of_the_applications_own_files_is_named() throws Exception {
        when(context.getResource("/facecheck")).thenReturn(Path.of("x").toUri().toURL());
        when(context.getResourcePaths("/facecheck/")).thenReturn(null);

        assertThat(check(MapSettings.complete()).warnings(false))
                .singleElement()
                .asString()
                .startsWith("facecheck.capture.path is /facecheck, where this application has a file or a folder");
    }

    @Test
    void the_jars_own_component_is_not_taken_for_the_applications() throws Exception {
        when(context.getResource("/facecheck")).thenReturn(Path.of("x").toUri().toURL());
        when(context.getResourcePaths("/facecheck/")).thenReturn(Set.of("/facecheck/capture.xhtml"));
        assertThat(check(MapSettings.complete()).warnings(false)).isEmpty();

        when(context.getResourcePaths("/facecheck/"))
                .thenReturn(Set.of("/facecheck/capture.xhtml", "/facecheck/index.html"));
        assertThat(check(MapSettings.complete()).warnings(false)).hasSize(1);
    }

    @Test
    void a_field_that_no_document_has_is_named() throws Exception {
        MapSettings settings = MapSettings.complete()
                .with("facecheck.binding", "documentNumer")
                .with("facecheck.identity.fields", "fullName,shoeSize");

        assertThat(check(settings).warnings(false))
                .containsExactly(
                        "facecheck.binding names \"documentNumer\", which is no field that the Face Match API documents;"
                                + " did you mean documentNumber?",
                        "facecheck.identity.fields names \"shoeSize\", which is no field that the Face Match API documents."
                                + " What no document has is never in the session, and binds nobody.");
        assertThat(check(settings).warnings(true)).as("another matcher's").isEmpty();
    }

    @Test
    void a_login_page_below_a_rule_is_named_with_the_line_to_write() throws Exception {
        when(context.getResourceAsStream("/WEB-INF/web.xml"))
                .thenAnswer(call -> new ByteArrayInputStream("""
                <web-app><login-config><auth-method>FORM</auth-method><form-login-config>
                <form-login-page>/login.jsp</form-login-page><form-error-page>/again.jsp</form-error-page>
                </form-login-config></login-config></web-app>
                """.getBytes(StandardCharsets.UTF_8)));
        MapSettings all = MapSettings.complete().with("facecheck.protect", "/*");

        assertThat(check(all).warnings(false))
                .singleElement()
                .asString()
                .contains("The rule protect asks for a check before the login page is shown")
                .contains("facecheck.exempt=/again.jsp,/login.jsp, and what these pages load");
        assertThat(check(all.with("facecheck.exempt", "/login.jsp")).warnings(false))
                .singleElement()
                .asString()
                .contains("facecheck.exempt=/again.jsp,");
        assertThat(check(all.with("facecheck.exempt", "/login.jsp,/again.jsp")).warnings(false))
                .isEmpty();
        assertThat(check(all.with("facecheck.protect", "/secure/*")).warnings(false))
                .isEmpty();
        assertThat(check(all.with("facecheck.protect", "/secure/*").with("facecheck.rule.x.patterns", "/login.jsp"))
                        .warnings(false))
                .singleElement()
                .asString()
                .contains("facecheck.rule.x.exempt=/login.jsp,");
    }

    @Test
    void a_second_jar_is_named(@TempDir Path other) throws Exception {
        String name = DeploymentCheck.class.getName().replace('.', '/') + ".class";
        Files.createDirectories(other.resolve(name).getParent());
        Files.write(other.resolve(name), new byte[0]);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader both =
                new URLClassLoader(new URL[] {other.toUri().toURL()}, DeploymentCheckTest.class.getClassLoader())) {
            Thread.currentThread().setContextClassLoader(both);

            assertThat(check(MapSettings.complete()).warnings(false))
                    .singleElement()
                    .asString()
                    .contains("more than once", other.toUri().toURL().toString());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void an_address_that_the_server_cannot_look_up_is_not_there() throws Exception {
        when(context.getResource(anyString())).thenThrow(new java.net.MalformedURLException());

        assertThat(check(MapSettings.complete()).warnings(false)).isEmpty();
    }
}
