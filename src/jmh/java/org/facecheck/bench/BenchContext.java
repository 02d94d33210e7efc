package org.facecheck.bench;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An application with these context parameters and nothing else. A proxy, since the interface has more than fifty methods; none
 * of those that are answered here is called while a benchmark runs, so the proxy's cost is in no figure.
 */
final class BenchContext {
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private final Map<String, String> parameters;
    final ServletContext servletContext;

    BenchContext(Map<String, String> parameters) {
        this.parameters = parameters;
        servletContext = (ServletContext) Proxy.newProxyInstance(
                BenchContext.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (self, method, args) -> switch (method.getName()) {
                    case "getAttribute" -> attributes.get((String) args[0]);
                    case "setAttribute" -> attributes.put((String) args[0], args[1]);
                    case "removeAttribute" -> attributes.remove((String) args[0]);
                    case "getInitParameter" -> this.parameters.get((String) args[0]);
                    case "getInitParameterNames" -> Collections.enumeration(this.parameters.keySet());
                    case "getClassLoader" -> BenchContext.class.getClassLoader();
                    case "getContextPath" -> "/app";
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == args[0];
                    case "toString" -> "BenchContext";
                    case "log" -> null;
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }

    /** The configuration of a filter with these initialization parameters. */
    FilterConfig filter(Map<String, String> init) {
        return new FilterConfig() {
            @Override
            public String getFilterName() {
                return "filter";
            }

            @Override
            public ServletContext getServletContext() {
                return servletContext;
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
