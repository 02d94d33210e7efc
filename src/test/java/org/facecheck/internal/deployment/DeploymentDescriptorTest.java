package org.facecheck.internal.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentDescriptorTest {
    private static boolean declares(String xml) {
        return read(xml).declaresFaceCheckListener();
    }

    private static DeploymentDescriptor read(String xml) {
        return DeploymentDescriptor.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void finds_the_listener_that_stands_in_for_the_initializer() {
        assertThat(declares("""
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee"><absolute-ordering/><listener>
                <listener-class>org.example.Other</listener-class></listener><listener><listener-class>
                  org.facecheck.web.FaceCheckListener </listener-class></listener></web-app>""")).isTrue();
    }

    @Test
    void finds_the_names_of_all_filters() {
        String xml = "<web-fragment><filter><filter-name> a </filter-name></filter><filter><filter-name>b</filter-name>"
                + "</filter></web-fragment>";

        assertThat(read(xml).filterNames()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void finds_a_login() {
        assertThat(read("<web-app><login-config><auth-method>FORM</auth-method></login-config></web-app>")
                        .declaresLogin())
                .isTrue();
        assertThat(read("<web-app><login-config><auth-method> </auth-method></login-config></web-app>")
                        .declaresLogin())
                .isFalse();
    }

    @Test
    void finds_whether_a_constraint_asks_for_https() {
        String constraint = "<web-app><security-constraint><user-data-constraint><transport-guarantee>%s"
                + "</transport-guarantee></user-data-constraint></security-constraint></web-app>";

        assertThat(read(constraint.formatted("CONFIDENTIAL")).asksForHttps()).isTrue();
        assertThat(read(constraint.formatted("INTEGRAL")).asksForHttps()).isTrue();
        assertThat(read(constraint.formatted("NONE")).asksForHttps()).isFalse();
        assertThat(read("<web-app/>").asksForHttps()).isFalse();
    }

    @Test
    void reads_the_applications_own_and_none_where_there_is_none() {
        ServletContext context = mock(ServletContext.class);
        assertThat(DeploymentDescriptor.webXmlOf(context).filterNames()).isEmpty();

        when(context.getResourceAsStream("/WEB-INF/web.xml"))
                .thenReturn(new ByteArrayInputStream(
                        "<web-app><filter-name>a</filter-name></web-app>".getBytes(StandardCharsets.UTF_8)));
        assertThat(DeploymentDescriptor.webXmlOf(context).filterNames()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<web-app><absolute-ordering/></web-app>",
                "<web-app><!-- <listener-class>org.facecheck.web.FaceCheckListener</listener-class> --></web-app>",
                "<web-app><listener><listener-class>org.example.FaceCheckListener</listener-class></listener></web-app>",
                "<web-app><description>org.facecheck.web.FaceCheckListener</description></web-app>",
                "<web-app><listener-class>",
                ""
            })
    void finds_none_where_there_is_none(String xml) {
        assertThat(declares(xml)).isFalse();
    }
}
