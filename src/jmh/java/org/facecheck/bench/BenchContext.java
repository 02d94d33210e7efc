package org.facecheck.bench;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An application with these context parameters and nothing else. What it is asked for with each request allocates nothing. */
final class BenchContext extends EmptyContext {
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private final Map<String, String> parameters;

    BenchContext(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    @Override
    public Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public void setAttribute(String name, Object value) {
        attributes.put(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public String getInitParameter(String name) {
        return parameters.get(name);
    }

    @Override
    public Enumeration<String> getInitParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public ClassLoader getClassLoader() {
        return BenchContext.class.getClassLoader();
    }

    @Override
    public String getContextPath() {
        return "/app";
    }

    @Override
    public void log(String message) {}

    @Override
    public void log(String message, Throwable cause) {}

    /** The configuration of a filter with these initialization parameters. */
    FilterConfig filter(Map<String, String> init) {
        return new FilterConfig() {
            @Override
            public String getFilterName() {
                return "filter";
            }

            @Override
            public ServletContext getServletContext() {
                return BenchContext.this;
            }

            @Override
            public String getInitParameter(String name) {
                return init.get(name);
            }

            @Override
            public Enumeration<String> getInitParameterNames() {
                return Collections.enumeration(init.keySet());
            }
        };
    }
}
