package org.facecheck.internal.challenge;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
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
 * <p>The application must not be able to tell. So whatever the server can answer is asked of the server: it knows the
 * encoding where the form names none, the query's parameters, and who may still ask for what. Only what is in the body is
 * read here, as {@link FormReading} says that this server would.
 *
 * <p>Like any request, for one thread at a time.
 */
public final class ResumedRequest extends FormHead {
    private final Form form;
    private final HttpServletResponse response;
    private final FormReading reading;
    private final ReplayBody body;
    private @Nullable String encoding;
    private @Nullable Map<String, List<String>> sent;
    private boolean parametersAsked;

    private ResumedRequest(HttpServletRequest request, HttpServletResponse response, Form form) {
        super(request, form);
        this.form = form;
        this.response = response;
        this.reading = FormReading.of(request.getServletContext());
        this.body = new ReplayBody(form.body());
        this.encoding = form.encoding().orElse(null);
        form.encoding().ifPresent(named -> nameToServer(request, named));
    }

    /** Grizzly reads the query in the form's encoding. One that the server does not know has no effect there, either. */
    private static void nameToServer(HttpServletRequest request, String encoding) {
        try {
            request.setCharacterEncoding(encoding);
        } catch (UnsupportedEncodingException | IllegalArgumentException unknown) {
            return;
        }
    }

    /**
     * The remembered form in the place of a GET to where it was sent; the request itself where there is none. Takes the form
     * out of the session: a form is sent on once, and a reload of the page does not send it again.
     */
    public static HttpServletRequest of(HttpServletRequest request, HttpServletResponse response) {
        return resume(request, response, RequestCache::takeMatchingForm).orElse(request);
    }

    /**
     * As {@link #of}, for a one-time rule: only the form for which the session's check was made, which is used up with it.
     *
     * @return empty where there is none, and the check stays as it is
     */
    public static Optional<HttpServletRequest> ofCheck(HttpServletRequest request, HttpServletResponse response) {
        return resume(request, response, RequestCache::takeFormOfCheck);
    }

    /** What the request stands for is noted, since a one-time rule may be asked after the rule that has put a form in place. */
    private static Optional<HttpServletRequest> resume(
            HttpServletRequest request,
            HttpServletResponse response,
            BiFunction<RequestCache, RequestTarget, Optional<Form>> take) {
        Optional<RequestTarget> target =
                request.getMethod().equals("GET") ? RequestTarget.of(request) : Optional.empty();
        return target.flatMap(wanted -> FaceCheckSession.existing(request)
                .flatMap(session -> take.apply(session.requests(), wanted))
                .map(form -> {
                    RequestFingerprint.ofForm(wanted, form.contentType(), form.body())
                            .bindTo(request);
                    return new ResumedRequest(request, response, form);
                }));
    }

    /** The form's, until the application names another; the server's own where neither does. */
    @Override
    public @Nullable String getCharacterEncoding() {
        return encoding == null ? super.getCharacterEncoding() : encoding;
    }

    /** Without effect once it would be too late for this server (Jakarta Servlet 6.0, §3.12). */
    @Override
    public void setCharacterEncoding(String named) throws UnsupportedEncodingException {
        boolean late = body.isReadAsText()
                || (reading.fixesEncodingWithParameters() ? parametersAsked : body.isInUse() || sent != null);
        if (!late) {
            super.setCharacterEncoding(named);
            encoding = null;
            if (reading.showsEncodingInContentType()) {
                showEncoding(named);
            }
        }
    }

    /** The server is asked first: it throws where the reader has been asked for. */
    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body.stream(super.getInputStream());
    }

    /** The server is asked first: it throws where the stream has been asked for. */
    @Override
    public BufferedReader getReader() throws IOException {
        super.getReader();
        return body.reader(charsetOfText());
    }

    /** An encoding that is unknown is an error here, and none for parameters. */
    private Charset charsetOfText() throws UnsupportedEncodingException {
        String named = getCharacterEncoding();
        try {
            return named == null ? StandardCharsets.ISO_8859_1 : Charset.forName(named);
        } catch (UnsupportedCharsetException unknown) {
            throw new UnsupportedEncodingException(named);
        }
    }

    @Override
    public @Nullable String getParameter(String name) {
        String inQuery = super.getParameter(name);
        if (inQuery != null && reading.asksTheQueryAlone()) {
            return inQuery;
        }
        List<String> values = sent().get(name);
        return inQuery != null || values == null ? inQuery : values.get(0);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    /**
     * The query's come first, then the form's (Jakarta Servlet 6.0, §3.1). A new map each time: a forward may have added to the
     * query's. Undertow's may be changed without effect, which some applications do.
     */
    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> all = reading.newParameters();
        super.getParameterMap().forEach((name, values) -> all.put(name, values.clone()));
        sent().forEach((name, values) -> all.put(name, joined(all.get(name), values)));
        return reading.givesParametersToChange() ? all : Collections.unmodifiableMap(all);
    }

    /** What is in the body, which is read up with that. Most servers look for nothing where the stream or reader is in use. */
    private Map<String, List<String>> sent() {
        parametersAsked = true;
        Map<String, List<String>> parsed = sent;
        if (parsed == null) {
            boolean taken = body.isInUse() && !reading.findsParametersInTheRest();
            if (taken || !UrlEncodedForm.isNamedBy(form.contentType())) {
                return Map.of();
            }
            parsed = new UrlEncodedForm(reading, reading.charset(getCharacterEncoding())).parse(body.readAll());
            sent = parsed;
        }
        return parsed;
    }

    private static String[] joined(String @Nullable [] inQuery, List<String> inBody) {
        List<String> both = new ArrayList<>(inQuery == null ? List.of() : List.of(inQuery));
        both.addAll(inBody);
        return both.toArray(String[]::new);
    }

    /** With this request, and not the GET: a dispatch of the application's would come back with that one. */
    @Override
    public AsyncContext startAsync() {
        return super.startAsync(this, response);
    }
}
