package org.facecheck.fake;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.same;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facecheck.internal.session.FaceCheckSessionListener;

/**
 * A request to the application at {@value #CONTEXT}. It keeps what it is given, and its session lives on in the next request
 * {@link #with(HttpSession)}; what no test gives it is a mock's.
 */
public final class FakeRequest extends HttpServletRequestWrapper {
    /** Where the application is. */
    public static final String CONTEXT = "/app";

    private final String method;
    private final String path;
    private final String query;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, String[]> parameters = new LinkedHashMap<>();
    private final ServletContext context = mock(ServletContext.class);
    private DispatcherType dispatch = DispatcherType.REQUEST;
    private Locale locale = Locale.ENGLISH;
    private List<Locale> locales = List.of();
    private String contextPath = CONTEXT;
    private HttpSession session;
    private String user;
    private String address = "192.0.2.1";
    private byte[] body = {};
    private long length = -1;
    private boolean async;
    private AsyncContext asyncContext;
    private ReadListener readListener;
    private String forwardedTo;

    private FakeRequest(String method, String target) {
        super(mock(HttpServletRequest.class));
        int mark = target.indexOf('?');
        this.method = method;
        this.path = mark < 0 ? target : target.substring(0, mark);
        this.query = mark < 0 ? null : target.substring(mark + 1);
    }

    /** By method and target, the latter beginning with the context path. */
    public static FakeRequest of(String method, String target) {
        return new FakeRequest(method, target);
    }

    /** A GET, as {@link #of}. */
    public static FakeRequest get(String target) {
        return of("GET", target);
    }

    /** A GET by which somebody goes to a page. */
    public static FakeRequest navigation(String target) {
        return get(target).header("Sec-Fetch-Mode", "navigate").header("Accept", "text/html");
    }

    /** A POST of an ordinary form. */
    public static FakeRequest form(String target, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        return of("POST", target)
                .header("Sec-Fetch-Mode", "navigate")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body(bytes, bytes.length);
    }

    public FakeRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** With a length as announced, -1 where the client announced none. */
    public FakeRequest body(byte[] bytes, long announced) {
        body = bytes.clone();
        length = announced;
        return this;
    }

    public FakeRequest attribute(String name, Object value) {
        attributes.put(name, value);
        return this;
    }

    public FakeRequest parameter(String name, String... values) {
        parameters.put(name, values.clone());
        return this;
    }

    public FakeRequest dispatched(DispatcherType type) {
        dispatch = type;
        return this;
    }

    public FakeRequest asyncSupported() {
        async = true;
        return this;
    }

    public FakeRequest in(Locale language) {
        locale = language;
        return header("Accept-Language", language.toLanguageTag());
    }

    /** In the first of these languages that can be had. */
    public FakeRequest in(List<Locale> languages) {
        locales = languages;
        return in(languages.get(0));
    }

    public FakeRequest below(String path) {
        contextPath = path;
        return this;
    }

    public FakeRequest with(HttpSession earlier) {
        session = earlier;
        return this;
    }

    public FakeRequest from(String clientAddress) {
        address = clientAddress;
        return this;
    }

    @Override
    public String getRemoteAddr() {
        return address;
    }

    public FakeRequest as(String name) {
        user = name;
        return this;
    }

    /** Where the request was forwarded to, {@code null} for nowhere. */
    public String forwardedTo() {
        return forwardedTo;
    }

    /** What {@link #startAsync()} gave, {@code null} where nobody has called it. */
    public AsyncContext async() {
        return asyncContext;
    }

    /** Who waits for the body, {@code null} for nobody. */
    public ReadListener readListener() {
        return readListener;
    }

    /** Whether a session has begun. */
    public boolean hasSession() {
        return session != null;
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public String getContextPath() {
        return contextPath;
    }

    @Override
    public String getRequestURI() {
        return path;
    }

    @Override
    public String getServletPath() {
        return path.substring(contextPath.length());
    }

    @Override
    public String getQueryString() {
        return query;
    }

    @Override
    public String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return Collections.enumeration(
                Optional.ofNullable(headers.get(name)).map(List::of).orElse(List.of()));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(headers.keySet());
    }

    @Override
    public int getIntHeader(String name) {
        return headers.containsKey(name) ? Integer.parseInt(headers.get(name)) : -1;
    }

    @Override
    public String getContentType() {
        return headers.get("Content-Type");
    }

    @Override
    public long getContentLengthLong() {
        return length;
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                readListener = listener;
            }
        };
    }

    @Override
    public String getParameter(String name) {
        return parameters.containsKey(name) ? parameters.get(name)[0] : null;
    }

    @Override
    public String[] getParameterValues(String name) {
        return parameters.get(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public void setAttribute(String name, Object value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public DispatcherType getDispatcherType() {
        return dispatch;
    }

    @Override
    public ServletContext getServletContext() {
        return context;
    }

    @Override
    public Locale getLocale() {
        return locale;
    }

    @Override
    public Enumeration<Locale> getLocales() {
        return Collections.enumeration(locales.isEmpty() ? List.of(locale) : locales);
    }

    @Override
    public boolean isAsyncSupported() {
        return async;
    }

    @Override
    public Principal getUserPrincipal() {
        String name = user;
        return name == null ? null : () -> name;
    }

    @Override
    public AsyncContext startAsync() {
        asyncContext = mock(AsyncContext.class);
        doAnswer(call -> {
                    call.<Runnable>getArgument(0).run();
                    return null;
                })
                .when(asyncContext)
                .start(any());
        when(asyncContext.getRequest()).thenReturn(this);
        return asyncContext;
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        asyncContext = mock(AsyncContext.class);
        doAnswer(call -> {
                    call.<Runnable>getArgument(0).run();
                    return null;
                })
                .when(asyncContext)
                .start(any());
        // To the application's own context, which is the same as by the path alone (Servlet 6.0,
        // AsyncContext.dispatch).
        doAnswer(call -> {
                    asyncContext.dispatch(call.<String>getArgument(1));
                    return null;
                })
                .when(asyncContext)
                .dispatch(same(context), anyString());
        when(asyncContext.getRequest()).thenReturn(request);
        when(asyncContext.getResponse()).thenReturn(response);
        return asyncContext;
    }

    @Override
    public RequestDispatcher getRequestDispatcher(String view) {
        return new RequestDispatcher() {
            @Override
            public void forward(ServletRequest request, ServletResponse response) {
                forwardedTo = view;
            }

            @Override
            public void include(ServletRequest request, ServletResponse response) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Override
    public HttpSession getSession() {
        return getSession(true);
    }

    @Override
    public HttpSession getSession(boolean create) {
        if (session instanceof FakeSession fake && !fake.isValid()) {
            session = null;
        }
        if (session == null && create) {
            session = new FakeSession();
        }
        return session;
    }

    @Override
    public String changeSessionId() {
        if (session instanceof FakeSession fake) {
            String before = fake.getId();
            fake.changeId();
            new FaceCheckSessionListener().sessionIdChanged(new HttpSessionEvent(fake), before);
        }
        return session.getId();
    }
}
