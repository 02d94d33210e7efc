package org.facecheck.internal.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentDescriptorTest {
    private static boolean declares(String xml) {
        return new DeploymentDescriptor(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .declaresFaceCheckFilter();
    }

    @Test
    void finds_the_filter_that_is_declared_by_hand() {
        assertThat(declares("""
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee"><absolute-ordering/><filter>
                <filter-name>x</filter-name><filter-class>
                  org.facecheck.internal.rule.FaceCheckFilter </filter-class></filter></web-app>""")).isTrue();
    }

    @Test
    void finds_the_names_of_all_filters() {
        String xml = "<web-fragment><filter><filter-name> a </filter-name></filter><filter><filter-name>b</filter-name>"
                + "</filter></web-fragment>";

        assertThat(new DeploymentDescriptor(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                        .filterNames())
                .containsExactlyInAnyOrder("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<web-app><absolute-ordering/></web-app>",
                "<web-app><!-- <filter-class>org.facecheck.internal.rule.FaceCheckFilter</filter-class> --></web-app>",
                "<web-app><filter><filter-class>org.example.FaceCheckFilter</filter-class></filter></web-app>",
                "<web-app><description>org.facecheck.internal.rule.FaceCheckFilter</description></web-app>",
                "<web-app><filter-class>",
                ""
            })
    void finds_none_where_there_is_none(String xml) {
        assertThat(declares(xml)).isFalse();
    }
}
