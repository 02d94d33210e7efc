package org.facecheck.internal.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a server that is played here, since the real ones take every pattern that the configuration lets through. */
class FaceCheckInitializerTest {
    private static final Map<String, String> SETTINGS = Map.of(
            "facecheck.rule.pay.patterns", "/payroll/*,*.pay",
            "facecheck.rule.vault.servlets", "vault",
            "facecheck.guard.patterns", "/api/*",
            "facecheck.service.client-id", "id",
            "facecheck.service.client-secret", "s3cret");

    private final ServletContext context = mock(ServletContext.class);
    private final Map<String, List<String>> mapped = new HashMap<>();
    private final Map<String, List<String>> byServlet = new HashMap<>();
    private final List<String> ignored = new ArrayList<>();

    /** The servers have an implementation of MicroProfile Config; here, context parameters are all that there is. */
    @BeforeEach
    void configureByContextParametersAlone() {
        Config config = mock(Config.class);
        when(config.getOptionalValue(anyString(), eq(String.class))).thenReturn(Optional.empty());
        when(config.getPropertyNames()).thenReturn(List.of());
        ConfigProviderResolver resolver = mock(ConfigProviderResolver.class);
        when(resolver.getConfig(any())).thenReturn(config);
        ConfigProviderResolver.setInstance(resolver);
    }

    @AfterEach
    void forgetConfiguration() {
        ConfigProviderResolver.setInstance(null);
    }

    @BeforeEach
    void deploy() {
        Map<String, Object> attributes = new HashMap<>();
        when(context.getClassLoader()).thenReturn(FaceCheckInitializer.class.getClassLoader());
        when(context.getContextPath()).thenReturn("/app");
        when(context.getInitParameterNames()).thenAnswer(call -> Collections.enumeration(SETTINGS.keySet()));
        when(context.getInitParameter(anyString())).thenAnswer(call -> SETTINGS.get(call.<String>getArgument(0)));
        when(context.getAttribute(anyString())).thenAnswer(call -> attributes.get(call.<String>getArgument(0)));
        doAnswer(call -> attributes.put(call.getArgument(0), call.getArgument(1)))
                .when(context)
                .setAttribute(anyString(), any());
        when(context.addFilter(anyString(), any(Filter.class))).thenAnswer(call -> filter(call.getArgument(0)));
        ServletRegistration.Dynamic servlet = mock(ServletRegistration.Dynamic.class);
        when(context.addServlet(anyString(), any(Servlet.class))).thenReturn(servlet);
    }

    @AfterEach
    void undeploy() {
        if (context.getAttribute(CompositionRoot.class.getName()) instanceof CompositionRoot composition) {
            composition.close();
        }
    }

    private FilterRegistration.Dynamic filter(String name) {
        FilterRegistration.Dynamic filter = mock(FilterRegistration.Dynamic.class);
        List<String> patterns = mapped.computeIfAbsent(name, key -> new ArrayList<>());
        doAnswer(call -> {
                    for (Object pattern : call.getRawArguments()[2] instanceof String[] all ? all : new String[0]) {
                        if (!ignored.contains(pattern)) {
                            patterns.add((String) pattern);
                        }
                    }
                    return null;
                })
                .when(filter)
                .addMappingForUrlPatterns(any(), anyBoolean(), any(String[].class));
        doAnswer(call -> byServlet.put(name, List.of((String[]) call.getRawArguments()[2])))
                .when(filter)
                .addMappingForServletNames(any(), anyBoolean(), any(String[].class));
        when(filter.getUrlPatternMappings()).thenReturn(patterns);
        return filter;
    }

    @Test
    void rules_and_guard_are_mapped_in_the_server() throws Exception {
        new FaceCheckInitializer().onStartup(null, context);

        assertThat(mapped).containsEntry("facecheck-pay", List.of("/payroll/*", "*.pay"));
        assertThat(mapped.get("facecheck-target-guard"))
                .containsExactly("/api/*", "/facecheck", "/facecheck/*", "/payroll/*", "*.pay");
        assertThat(byServlet)
                .containsEntry("facecheck-vault", List.of("vault"))
                .containsEntry("facecheck-target-guard", List.of("default", "jsp", "vault"));
    }

    @Test
    void a_pattern_that_the_server_ignores_stops_the_deployment() {
        ignored.add("*.pay");

        assertThatThrownBy(() -> new FaceCheckInitializer().onStartup(null, context))
                .hasMessageContaining("[*.pay] of the rule pay, which would protect nothing");
    }
}
