package org.facecheck.internal.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletRegistration;
import java.util.List;
import java.util.Map;
import org.facecheck.fake.TestConfig;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.config.Rule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardScopeTest {
    private static final Rule RULE = TestConfig.rule(
            "admin",
            Map.of(
                    "patterns", "/x/admin/*, *.pay",
                    "servlets", "vault",
                    "exempt", "/x/admin/login",
                    "max-age", "PT5M"));

    private static ServletRegistration servlet(String name, String... mappings) {
        ServletRegistration servlet = mock(ServletRegistration.class);
        when(servlet.getName()).thenReturn(name);
        when(servlet.getMappings()).thenReturn(List.of(mappings));
        return servlet;
    }

    private static GuardScope narrowed(ServletRegistration... servlets) {
        return GuardScope.of(TestConfig.with().rules(RULE).guard("/api/*").read(), List.of(servlets));
    }

    @Test
    void without_a_word_it_is_everywhere() {
        GuardScope scope = GuardScope.of(TestConfig.with().rules(RULE).read(), List.of(servlet("front", "/x/*")));

        assertThat(scope).isEqualTo(new GuardScope(List.of("/*"), List.of()));
        assertThat(scope.isEverywhere()).isTrue();
    }

    @Nested
    class Narrowed {
        @Test
        void it_is_where_the_deployer_says_and_wherever_a_rule_or_the_capture_page_reaches() {
            assertThat(narrowed())
                    .isEqualTo(new GuardScope(
                            List.of("/api/*", "/facecheck", "/facecheck/*", "/x/admin/*", "*.pay", "/x/admin/login"),
                            List.of("default", "jsp", "vault")));
            assertThat(narrowed().isEverywhere()).isFalse();
        }

        @Test
        void it_is_before_all_of_a_servlet_that_reads_the_way_to_a_rules_pattern_by_itself() {
            assertThat(narrowed(servlet("front", "/x/*"), servlet("other", "/y/*", "/x"))
                            .servlets())
                    .containsExactly("default", "jsp", "vault", "front");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/", "/*", "*.xhtml"})
        void it_is_before_one_that_finds_files_by_the_whole_path(String mapping) {
            assertThat(narrowed(servlet("files", mapping)).servlets()).contains("files");
            assertThat(narrowed(servlet("files", mapping)).isEverywhere()).isFalse();
        }

        @Test
        void the_log_names_patterns_and_servlets() {
            assertThat(narrowed())
                    .hasToString("/api/*, /facecheck, /facecheck/*, /x/admin/*, *.pay, /x/admin/login,"
                            + " and before the servlets default, jsp, vault");
        }
    }

    @Test
    void a_list_that_has_everywhere_in_it_narrows_nothing() {
        FaceCheckConfig config = TestConfig.with().rules(RULE).guard("/*").read();

        assertThat(GuardScope.of(config, List.of()).patterns()).containsExactly("/*");
    }
}
