package org.facecheck.internal.challenge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import org.facecheck.internal.session.RememberedRequest.Form;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request, as it is with a remembered form's body: what describes the body has to be the body's, in whichever way
 * it is asked for (RFC 9110, §8.3 and §8.6). The GET that brings it back sent none of these headers, or others.
 */
abstract class FormHead extends HttpServletRequestWrapper {
    /** As Grizzly looks for it: case and blanks matter. */
    private static final Pattern CHARSET = Pattern.compile("; *charset=[^;]+");

    private final Form form;
    private String contentType;

    FormHead(HttpServletRequest request, Form form) {
        super(request);
        this.form = form;
        this.contentType = form.contentType();
    }

    /** Has the content type name this encoding, in the place of the one that it may name. */
    final void showEncoding(String encoding) {
        contentType = CHARSET.matcher(form.contentType()).replaceFirst("") + ";charset=" + encoding;
    }

    @Override
    public String getMethod() {
        return "POST";
    }

    @Override
    public String getContentType() {
        return contentType;
    }

    @Override
    public int getContentLength() {
        return form.body().length;
    }

    @Override
    public long getContentLengthLong() {
        return form.body().length;
    }

    @Override
    public @Nullable String getHeader(String name) {
        Enumeration<String> values = getHeaders(name);
        return values.hasMoreElements() ? values.nextElement() : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        if (name.equalsIgnoreCase("Content-Type")) {
            return Collections.enumeration(List.of(contentType));
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
}
