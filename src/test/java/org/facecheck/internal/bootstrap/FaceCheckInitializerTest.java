package org.facecheck.internal.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.when;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import javax.management.ObjectName;
import org.facecheck.FaceMatcher;
import org.facecheck.fake.FakeApplication;
import org.facecheck.fake.HidingClassLoader;
import org.facecheck.fake.LogLines;
import org.facecheck.web.FaceCheckListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mockito.MockedStatic;

class FaceCheckInitializerTest {
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "facecheck.rule.pay.patterns", "/payroll/*,*.pay",
            "facecheck.rule.pay.exempt", "/payroll/help",
            "facecheck.rule.vault.servlets", "vault",
            "facecheck.guard.patterns", "/api/*",
            "facecheck.service.client-id", "id",
            "facecheck.service.client-secret", "s3cret"));

    private FakeApplication application;

    @BeforeEach
    void deploy() {
        application = new FakeApplication(settings);
    }

    @AfterEach
    void undeploy() {
        application.contextListeners().forEach(one -> one.contextDestroyed(event()));
        application.close();
    }

    private ServletContextEvent event() {
        return new ServletContextEvent(application.context);
    }

    private static String text(LogLines log) {
        return log.lines().stream()
                .map(line -> new SimpleFormatter().formatMessage(line))
                .collect(Collectors.joining("\n"));
    }

    private void start() throws Exception {
        new FaceCheckInitializer().onStartup(null, application.context);
    }

    private void startAll() throws Exception {
        start();
        application.contextListeners().forEach(one -> one.contextInitialized(event()));
    }

    @Test
    void rules_and_guard_are_mapped_in_the_server() throws Exception {
        start();

        assertThat(application.filters.get("facecheck-pay").patterns).containsExactly("/payroll/*", "*.pay");
        assertThat(application.filters.get("facecheck-target-guard").patterns)
                .containsExactlyInAnyOrder(
                        "/api/*", "/facecheck", "/facecheck/*", "/payroll/*", "*.pay", "/payroll/help");
        assertThat(application.filters.get("facecheck-vault").servlets).containsExactly("vault");
        assertThat(application.filters.get("facecheck-target-guard").servlets)
                .containsExactly("default", "jsp", "vault");
    }

    /** A servlet container has what is named here only if its application brings it. */
    @Test
    void servlets_and_a_configuration_are_all_that_is_needed_to_start() throws Exception {
        when(application.context.getClassLoader())
                .thenReturn(new HidingClassLoader(
                        "jakarta.annotation.",
                        "jakarta.el.",
                        "jakarta.enterprise.",
                        "jakarta.faces.",
                        "jakarta.inject.",
                        "jakarta.interceptor.",
                        "jakarta.security.",
                        "jakarta.servlet.jsp."));

        startAll();

        assertThat(application.filters).containsKeys("facecheck-pay", "facecheck-vault");
    }

    /** Jetty names none. */
    @Test
    void figures_are_published_where_the_server_names_no_host() throws Exception {
        when(application.context.getVirtualServerName()).thenReturn(null);

        startAll();

        assertThat(ManagementFactory.getPlatformMBeanServer()
                        .isRegistered(
                                new ObjectName("org.facecheck:type=FaceCheck,host=\"default\",application=\"/app\"")))
                .isTrue();
    }

    /** As Open Liberty says of a filter that is mapped to nothing of the kind. */
    @Test
    void a_server_may_say_null_of_mappings_that_are_not_there() throws Exception {
        application.saysNullOfNone = true;

        start();

        assertThat(application.filters.get("facecheck-vault").servlets).containsExactly("vault");
    }

    @Test
    void exemptions_and_probes_are_on_both_sides_of_the_rules() throws Exception {
        start();

        assertThat(application.filters.keySet())
                .containsExactly(
                        "facecheck-target-guard",
                        "facecheck-page",
                        "facecheck-probe-before",
                        "facecheck-page-before",
                        "facecheck-view-before",
                        "facecheck-pay-exempt-before",
                        "facecheck-pay",
                        "facecheck-vault",
                        "facecheck-probe-after",
                        "facecheck-page-after",
                        "facecheck-view-after",
                        "facecheck-pay-exempt-after");
    }

    @Test
    void all_filters_are_before_the_applications_own() throws Exception {
        start();

        assertThat(application.filters.values())
                .allSatisfy(filter -> assertThat(filter.matchAfter).isNotEmpty().containsOnly(false));
    }

    @Test
    void behind_the_applications_own_are_all_but_the_guard_if_the_deployer_says_so() throws Exception {
        settings.put("facecheck.position", "last");
        start();

        application.filters.forEach((name, filter) -> assertThat(filter.matchAfter)
                .as(name)
                .isNotEmpty()
                .containsOnly(!name.equals("facecheck-target-guard")));
    }

    @Test
    void the_page_is_answered_before_them_unless_one_of_them_logs_people_in() throws Exception {
        start();

        assertThat(application.filters.get("facecheck-page").patterns).containsExactly("/facecheck", "/facecheck/*");
        application.close();
        settings.put("facecheck.position", "last");
        application = new FakeApplication(settings);
        start();
        assertThat(application.filters).doesNotContainKey("facecheck-page");
    }

    @Nested
    class The_deployment_is_stopped {
        @Test
        void by_a_pattern_that_the_server_ignores() {
            application.ignored.add("*.pay");

            assertThatThrownBy(FaceCheckInitializerTest.this::start)
                    .hasMessageContaining("[*.pay] of the target guard, which would let suspicious targets pass");
        }

        @Test
        void by_a_rules_pattern_that_the_server_ignores() {
            settings.remove("facecheck.guard.patterns");
            application.ignored.add("*.pay");

            assertThatThrownBy(FaceCheckInitializerTest.this::start)
                    .hasMessageContaining("[*.pay] of the rule pay, which would protect nothing");
        }

        @Test
        void by_a_servlets_name_that_the_server_ignores() {
            settings.remove("facecheck.guard.patterns");
            application.ignored.add("vault");

            assertThatThrownBy(FaceCheckInitializerTest.this::start)
                    .hasMessageContaining("servlet name(s) [vault] of the rule vault, which would protect nothing");
        }

        @Test
        void by_an_exemption_that_the_server_ignores() {
            settings.remove("facecheck.guard.patterns");
            application.ignored.add("/payroll/help");

            assertThatThrownBy(FaceCheckInitializerTest.this::start)
                    .hasMessageContaining("[/payroll/help] of the exemptions of the rule pay");
        }

        @Test
        void and_nothing_believes_that_everything_is_there() {
            application.ignored.add("/payroll/*");
            assertThatThrownBy(FaceCheckInitializerTest.this::start).isInstanceOf(IllegalStateException.class);

            assertThatThrownBy(() -> new StartupCheckListener().contextInitialized(event()))
                    .hasMessageContaining("the deployment is stopped");
            assertThatThrownBy(() -> new FaceCheckListener().contextInitialized(event()))
                    .hasMessageContaining("a filter named facecheck-target-guard is there already");
        }

        @Test
        void by_a_capture_servlets_name_that_is_taken() {
            when(application.context.addServlet(eq("facecheck-capture"), any(Servlet.class)))
                    .thenReturn(null);

            assertThatThrownBy(FaceCheckInitializerTest.this::start)
                    .hasMessageContaining("a servlet named facecheck-capture is there already");
        }
    }

    @Nested
    class The_listener_in_web_xml {
        private final ServletContextListener listener = new FaceCheckListener();

        @Test
        void does_what_the_initializer_does() throws Exception {
            listener.contextInitialized(event());

            assertThat(application.filters).containsKeys("facecheck-target-guard", "facecheck-pay", "facecheck-vault");
            listener.contextDestroyed(event());
        }

        @Test
        void does_nothing_where_the_initializer_has_run() throws Exception {
            start();
            listener.contextInitialized(event());

            assertThat(application.filters.values())
                    .allSatisfy(filter -> assertThat(filter.added).isEqualTo(1));
            listener.contextDestroyed(event());
        }

        @Test
        void adds_no_listener_of_a_kind_that_a_listener_may_not_add() {
            listener.contextInitialized(event());

            assertThat(application.contextListeners()).isEmpty();
            assertThat(application.listeners).hasSize(1);
        }

        @Test
        void stops_the_deployment_with_the_same_message() {
            settings.put("facecheck.max-age", "half an hour");

            assertThatThrownBy(() -> listener.contextInitialized(event()))
                    .hasMessageContaining("facecheck.max-age is \"half an hour\"; write an ISO 8601 duration");
        }

        @Test
        void asks_for_credentials_too() {
            settings.remove("facecheck.service.client-id");
            settings.remove("facecheck.service.client-secret");

            assertThatThrownBy(() -> listener.contextInitialized(event()))
                    .hasMessageContaining("facecheck.service.client-id is missing");
        }
    }

    @Nested
    class Without_credentials {
        private final LogLines log = LogLines.of("org.facecheck");
        private MockedStatic<CDI<?>> current;

        @BeforeEach
        @SuppressWarnings({"unchecked", "rawtypes"})
        void forgetThem() {
            current = (MockedStatic) mockStatic(CDI.class);
            current.when(CDI::current).thenThrow(new IllegalStateException("no CDI here"));
            settings.remove("facecheck.service.client-id");
            settings.remove("facecheck.service.client-secret");
        }

        @AfterEach
        void stopWatching() {
            current.close();
            log.close();
        }

        @Test
        void an_application_without_a_matcher_is_stopped() throws Exception {
            start();

            assertThatThrownBy(() -> application.contextListeners().get(0).contextInitialized(event()))
                    .hasMessageContaining("facecheck.service.client-id is missing; write the client id")
                    .hasMessageContaining("facecheck.service.client-secret is missing; write the client secret")
                    .hasMessageContaining("unless the application has a FaceMatcher bean of its own");
        }

        @Test
        void an_application_with_a_matcher_of_its_own_starts_and_the_log_says_so() throws Exception {
            haveMatchers(false);

            startAll();

            assertThat(text(log)).contains("Facecheck asks the application's own FaceMatcher bean");
        }

        @Test
        void an_application_with_two_matchers_is_stopped() throws Exception {
            haveMatchers(true);
            start();

            assertThatThrownBy(() -> application.contextListeners().get(0).contextInitialized(event()))
                    .hasMessageContaining("several beans of type org.facecheck.FaceMatcher");
        }

        @SuppressWarnings("unchecked")
        private void haveMatchers(boolean several) {
            CDI<Object> cdi = mock(CDI.class);
            Instance<FaceMatcher> matchers = mock(Instance.class);
            when(matchers.isAmbiguous()).thenReturn(several);
            when(cdi.select(FaceMatcher.class)).thenReturn(matchers);
            current.when(CDI::current).thenReturn(cdi);
        }
    }

    @Test
    void with_credentials_the_log_names_the_service() throws Exception {
        LogLines log = LogLines.of("org.facecheck");
        try {
            startAll();
        } finally {
            log.close();
        }

        assertThat(text(log))
                .contains("Facecheck guards /app, rule pay: /payroll/*, *.pay except /payroll/help")
                .contains("Facecheck asks https://sdk.faceki.com, its capture page is /app/facecheck");
    }
}
