package org.facecheck.bench;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;

/**
 * A GET of one page in a session: the same for all filters that are compared. Its methods allocate nothing ({@code
 * getRequestURL} excepted), so that the bytes in the table are the filter's. What is not overridden here throws.
 */
final class BenchRequest extends HttpServletRequestWrapper {
    private static final Cookie[] NO_COOKIES = {};
    // Empty, so it may be shared though it has state.
    private static final Enumeration<String> NOTHING = Collections.emptyEnumeration();

    private final Map<String, Object> attributes = new HashMap<>();
    private final ServletContext context;
    private final HttpSession session;
    private final String path;
    private final String uri;

    BenchRequest(ServletContext context, HttpSession session, String path) {
        super(Stub.of(HttpServletRequest.class));
        this.context = context;
        this.session = session;
        this.path = path;
        this.uri = "/app" + path;
    }

    // The session, and attributes as a container keeps them.

    @Override
    public HttpSession getSession(boolean create) {
        return session;
    }

    @Override
    public HttpSession getSession() {
        return session;
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
    public ServletContext getServletContext() {
        return context;
    }

    @Override
    public DispatcherType getDispatcherType() {
        return DispatcherType.REQUEST;
    }

    @Override
    public Principal getUserPrincipal() {
        return null;
    }

    @Override
    public String getRemoteUser() {
        return null;
    }

    // The target. Context path and servlet path add up to the URI, since no path info is there (Servlet 6.0 §3.5).

    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public String getRequestURI() {
        return uri;
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer("http://127.0.0.1").append(uri);
    }

    @Override
    public String getContextPath() {
        return "/app";
    }

    @Override
    public String getServletPath() {
        return path;
    }

    @Override
    public String getPathInfo() {
        return null;
    }

    @Override
    public String getQueryString() {
        return null;
    }

    // No headers, parameters or cookies: a filter that looks for one pays for the question only.

    @Override
    public String getHeader(String name) {
        return null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return NOTHING;
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return NOTHING;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return NOTHING;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }

    @Override
    public String getParameter(String name) {
        return null;
    }

    @Override
    public Cookie[] getCookies() {
        return NO_COOKIES;
    }

    // The connection.

    @Override
    public String getServerName() {
        return "127.0.0.1";
    }

    @Override
    public int getServerPort() {
        return 80;
    }

    @Override
    public String getScheme() {
        return "http";
    }

    @Override
    public boolean isSecure() {
        return false;
    }

    @Override
    public String getRemoteAddr() {
        return "127.0.0.1";
    }

    @Override
    public String getRemoteHost() {
        return "127.0.0.1";
    }

    @Override
    public String getContentType() {
        return null;
    }

    @Override
    public String getRequestedSessionId() {
        return session.getId();
    }

    @Override
    public boolean isRequestedSessionIdValid() {
        return true;
    }

    @Override
    public boolean isAsyncStarted() {
        return false;
    }

    @Override
    public HttpServletMapping getHttpServletMapping() {
        return null;
    }
}
