package org.facecheck.bench;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A session that keeps its attributes in a concurrent map, as Undertow and Catalina do. What would change it for other requests
 * throws: a filter that lets a request pass has no reason to.
 */
final class BenchSession implements HttpSession {
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private final ServletContext context;

    BenchSession(ServletContext context) {
        this.context = context;
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
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(attributes.keySet());
    }

    @Override
    public String getId() {
        return "b0rAx3tZk9";
    }

    @Override
    public long getCreationTime() {
        return 1_000_000;
    }

    @Override
    public long getLastAccessedTime() {
        return 1_000_000;
    }

    @Override
    public ServletContext getServletContext() {
        return context;
    }

    @Override
    public void setMaxInactiveInterval(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getMaxInactiveInterval() {
        return 1800;
    }

    @Override
    public void invalidate() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isNew() {
        return false;
    }
}
