package org.facecheck.fake;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EventListener;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/**
 * An application in a server that is played here, since the real ones take every pattern that the configuration lets
 * through. Its configuration is context parameters alone, as there is no implementation of MicroProfile Config. To be closed.
 */
public final class FakeApplication implements AutoCloseable {
    /** What the server is given; filters by their names, in the order in which they were added. */
    public final Map<String, Mapping> filters = new LinkedHashMap<>();

    /** The listeners that were added in code. */
    public final List<EventListener> listeners = new ArrayList<>();

    /** Patterns and servlet names that the server does not take, without a word. */
    public final List<String> ignored = new ArrayList<>();

    /** Whether it says {@code null} of a filter that has none of some kind of mappings. */
    public boolean saysNullOfNone;

    public final ServletContext context = mock(ServletContext.class);
    private final Map<String, Object> attributes = new HashMap<>();
    private String webXml = "<web-app/>";

    /** One filter's mappings. */
    public static final class Mapping {
        public final List<String> patterns = new ArrayList<>();
        public final List<String> servlets = new ArrayList<>();
        public final List<Boolean> matchAfter = new ArrayList<>();
        public int added;
    }

    public FakeApplication(Map<String, String> settings) {
        Config config = mock(Config.class);
        when(config.getOptionalValue(anyString(), eq(String.class))).thenReturn(Optional.empty());
        when(config.getPropertyNames()).thenReturn(List.of());
        ConfigProviderResolver resolver = mock(ConfigProviderResolver.class);
        when(resolver.getConfig(any())).thenReturn(config);
        ConfigProviderResolver.setInstance(resolver);
        when(context.getClassLoader()).thenReturn(FakeApplication.class.getClassLoader());
        when(context.getContextPath()).thenReturn("/app");
        when(context.getInitParameterNames()).thenAnswer(call -> Collections.enumeration(settings.keySet()));
        when(context.getInitParameter(anyString())).thenAnswer(call -> settings.get(call.<String>getArgument(0)));
        when(context.getResourceAsStream("/WEB-INF/web.xml"))
                .thenAnswer(call -> new ByteArrayInputStream(webXml.getBytes(StandardCharsets.UTF_8)));
        when(context.getAttribute(anyString())).thenAnswer(call -> attributes.get(call.<String>getArgument(0)));
        doAnswer(call -> attributes.put(call.getArgument(0), call.getArgument(1)))
                .when(context)
                .setAttribute(anyString(), any());
        when(context.addFilter(anyString(), any(Filter.class))).thenAnswer(call -> filter(call.getArgument(0)));
        ServletRegistration.Dynamic servlet = mock(ServletRegistration.Dynamic.class);
        when(context.addServlet(anyString(), any(Servlet.class))).thenReturn(servlet);
        when(context.getNamedDispatcher(anyString())).thenReturn(mock(RequestDispatcher.class));
        doAnswer(call -> listeners.add(call.getArgument(0))).when(context).addListener(any(EventListener.class));
    }

    public FakeApplication webXml(String xml) {
        webXml = xml;
        return this;
    }

    /** The listeners that the server calls when the application starts and goes. */
    public List<ServletContextListener> contextListeners() {
        return listeners.stream()
                .filter(ServletContextListener.class::isInstance)
                .map(ServletContextListener.class::cast)
                .toList();
    }

    private FilterRegistration.Dynamic filter(String name) {
        Mapping mapping = filters.computeIfAbsent(name, key -> new Mapping());
        if (++mapping.added > 1) {
            return null; // as servers do
        }
        FilterRegistration.Dynamic filter = mock(FilterRegistration.Dynamic.class);
        doAnswer(call -> take(call.getRawArguments(), mapping.patterns, mapping))
                .when(filter)
                .addMappingForUrlPatterns(any(), anyBoolean(), any(String[].class));
        doAnswer(call -> take(call.getRawArguments(), mapping.servlets, mapping))
                .when(filter)
                .addMappingForServletNames(any(), anyBoolean(), any(String[].class));
        when(filter.getUrlPatternMappings()).thenAnswer(call -> said(mapping.patterns));
        when(filter.getServletNameMappings()).thenAnswer(call -> said(mapping.servlets));
        return filter;
    }

    private List<String> said(List<String> mappings) {
        return saysNullOfNone && mappings.isEmpty() ? null : mappings;
    }

    private Object take(Object[] arguments, List<String> taken, Mapping mapping) {
        mapping.matchAfter.add((Boolean) arguments[1]);
        for (String one : (String[]) arguments[2]) {
            if (!ignored.contains(one)) {
                taken.add(one);
            }
        }
        return null;
    }

    @Override
    public void close() {
        ConfigProviderResolver.setInstance(null);
    }
}
