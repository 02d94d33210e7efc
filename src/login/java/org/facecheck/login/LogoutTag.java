package org.facecheck.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.jsp.JspException;
import jakarta.servlet.jsp.JspWriter;
import jakarta.servlet.jsp.PageContext;
import jakarta.servlet.jsp.tagext.JspFragment;
import jakarta.servlet.jsp.tagext.SimpleTagSupport;
import java.io.IOException;
import org.facecheck.internal.config.CaptureConfig.Login;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.page.html.HtmlEscaper;
import org.jspecify.annotations.Nullable;

/**
 * The JSP tag {@code <login:logout>Sign out</login:logout>}: a form with one button, to where {@code
 * facecheck.login.logout-path} says. Nothing but {@code facecheck-login.tld} names it, so that a server without JSP never loads it.
 */
public final class LogoutTag extends SimpleTagSupport {

    /** The container makes a tag anew for each use. */
    public LogoutTag() {}

    @Override
    public void doTag() throws JspException, IOException {
        PageContext context = (PageContext) getJspContext();
        HttpServletRequest request = (HttpServletRequest) context.getRequest();
        JspWriter out = context.getOut();
        out.write("<form method=\"post\" action=\""
                + HtmlEscaper.escape(request.getContextPath()
                        + path(request.getServletContext().getAttribute(FaceCheckConfig.class.getName())))
                + "\"><button type=\"submit\">");
        JspFragment text = getJspBody();
        if (text == null) {
            throw new JspException("<login:logout> has no text for its button; write one into it");
        }
        text.invoke(out);
        out.write("</button></form>");
    }

    private static String path(@Nullable Object config) throws JspException {
        String path = config instanceof FaceCheckConfig facecheck
                ? facecheck.capture().login().logoutPath()
                : null;
        if (path == null) {
            throw new JspException("<login:logout> leads nowhere; write " + Login.LOGOUT_KEY + "=/logout");
        }
        return path;
    }
}
