package org.facecheck.internal.challenge;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.facecheck.internal.guard.RequestFingerprint;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.RememberedRequest.Form;
import org.facecheck.internal.session.RequestCache;
import org.jspecify.annotations.Nullable;

/**
 * The GET by which a client comes back after the face check, shown to the application as the POST that the check
 * interrupted: method, content headers, body and parameters are those of the form. All else, such as cookies, principal and
 * the remaining headers, is what the client sends now, so that nothing outdated is believed.
 *
 * <p>Like any request, for one thread at a time.
 */
public final class ResumedRequest extends HttpServletRequestWrapper {
    private final Form form;
    private final ReplayInputStream stream;
    private Charset charset;
    private @Nullable BufferedReader reader;
    private @Nullable Map<String, String[]> parameters;

    private ResumedRequest(HttpServletRequest request, Form form) {
        super(request);
        this.form = form;
        this.stream = new ReplayInputStream(form.body());
        this.charset = UrlEncodedForm.charset(form.contentType(), request.getServletContext());
    }

    /**
     * The remembered form in the place of a GET to where it was sent; the request itself where there is none. Takes the form
     * out of the session: a form is sent on once, and a reload of the page does not send it again.
     */
    public static HttpServletRequest of(HttpServletRequest request) {
        return resume(request, RequestCache::takeMatchingForm).orElse(request);
    }

    /**
     * As {@link #of}, for a one-time rule: only the form for which the session's check was made, which is used up with it.
     *
     * @return empty where there is none, and the check stays as it is
     */
    public static Optional<HttpServletRequest> ofCheck(HttpServletRequest request) {
        return resume(request, RequestCache::takeFormOfCheck);
    }

    /** What the request stands for is noted, since a one-time rule may be asked after the rule that has put a form in place. */
    private static Optional<HttpServletRequest> resume(
            HttpServletRequest request, BiFunction<RequestCache, RequestTarget, Optional<Form>> take) {
        Optional<RequestTarget> target =
                request.getMethod().equals("GET") ? RequestTarget.of(request) : Optional.empty();
        return target.flatMap(wanted -> FaceCheckSession.existing(request)
                .flatMap(session -> take.apply(session.requests(), wanted))
                .map(form -> {
                    RequestFingerprint.ofForm(wanted, form.contentType(), form.body())
                            .bindTo(request);
                    return new ResumedRequest(request, form);
                }));
    }

    @Override
    public String getMethod() {
        return "POST";
    }

    @Override
    public String getContentType() {
        return form.contentType();
    }

    @Override
    public int getContentLength() {
        return form.body().length;
    }

    @Override
    public long getContentLengthLong() {
        return form.body().length;
    }

    /** The headers that describe the body have to be the body's: the GET sent none of them, or others. */
    @Override
    public @Nullable String getHeader(String name) {
        Enumeration<String> values = getHeaders(name);
        return values.hasMoreElements() ? values.nextElement() : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        if (name.equalsIgnoreCase("Content-Type")) {
            return Collections.enumeration(List.of(form.contentType()));
        } else if (name.equalsIgnoreCase("Content-Length")) {
            return Collections.enumeration(List.of(Integer.toString(form.body().length)));
        }
        return super.getHeaders(name);
    }

    @Override
    public int getIntHeader(String name) {
        String value = getHeader(name);
        return value == null ? -1 : Integer.parseInt(value);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = new ArrayList<>(Collections.list(super.getHeaderNames()));
        names.removeIf(name -> name.equalsIgnoreCase("Content-Type") || name.equalsIgnoreCase("Content-Length"));
        names.addAll(List.of("Content-Type", "Content-Length"));
        return Collections.enumeration(names);
    }

    @Override
    public String getCharacterEncoding() {
        return charset.name();
    }

    /** As any request's: of no effect once parameters have been read. */
    @Override
    public void setCharacterEncoding(String encoding) throws UnsupportedEncodingException {
        super.setCharacterEncoding(encoding);
        charset = Charset.forName(encoding);
    }

    /** One stream, as any request has: the second call gets the same one, which reads on. */
    @Override
    public ServletInputStream getInputStream() {
        return stream;
    }

    /** On top of the same stream. A container throws where both are asked for; nothing here depends on that. */
    @Override
    public BufferedReader getReader() {
        BufferedReader begun = reader;
        if (begun == null) {
            begun = new BufferedReader(new InputStreamReader(stream, charset));
            reader = begun;
        }
        return begun;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters().get(name);
        return values == null ? null : values[0];
    }

    /** A copy: the array is the application's to change. */
    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = parameters().get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters().keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters());
    }

    /** The query's come first, then the form's (Jakarta Servlet 6.0, §3.1). */
    private Map<String, String[]> parameters() {
        Map<String, String[]> all = parameters;
        if (all == null) {
            all = new LinkedHashMap<>(super.getParameterMap());
            for (Map.Entry<String, List<String>> sent :
                    UrlEncodedForm.parse(form.body(), charset).entrySet()) {
                all.merge(sent.getKey(), sent.getValue().toArray(String[]::new), ResumedRequest::joined);
            }
            parameters = all;
        }
        return all;
    }

    private static String[] joined(String[] first, String[] second) {
        String[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
