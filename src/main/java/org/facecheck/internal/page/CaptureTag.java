package org.facecheck.internal.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.jsp.JspException;
import jakarta.servlet.jsp.PageContext;
import jakarta.servlet.jsp.tagext.SimpleTagSupport;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The JSP tag {@code <facecheck:capture/>}: writes the capture into a page of the application's. A class rather than a tag file,
 * so that it needs neither expression language, which older descriptors switch off, nor JSTL. Nothing but {@code facecheck.tld}
 * names it, so that a server without JSP never loads it.
 */
public final class CaptureTag extends SimpleTagSupport {
    private @Nullable Object locale;

    /** The container makes a tag anew for each use ({@link jakarta.servlet.jsp.tagext.SimpleTag}): nothing is left over from another. */
    public CaptureTag() {}

    /** The language, as a locale or a language tag; the browser's where it is {@code null} or empty. */
    public void setLocale(@Nullable Object locale) {
        this.locale = locale;
    }

    @Override
    public void doTag() throws JspException, IOException {
        PageContext context = (PageContext) getJspContext();
        HttpServletRequest request = (HttpServletRequest) context.getRequest();
        PageMap page = EmbeddedCapture.in(request.getServletContext())
                .orElseThrow(() -> new JspException("Facecheck does not run in this application"))
                .page(request);
        if (context.getResponse() instanceof HttpServletResponse response && !response.isCommitted()) {
            response.setHeader("Cache-Control", "no-store"); // the token in it is good once
        }
        context.getOut().write(inLanguage(page).html());
    }

    private PageMap inLanguage(PageMap page) {
        Object language = locale;
        return language == null || language.toString().isEmpty() ? page : page.in(language);
    }
}
