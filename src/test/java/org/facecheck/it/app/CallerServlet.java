package org.facecheck.it.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import org.facecheck.KycIdentity;

/** What old applications ask of a request to know who is there, and a servlet that keeps something of theirs. */
@WebServlet(
        urlPatterns = {"/secure/caller", "/open/caller"},
        asyncSupported = true)
public class CallerServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setCharacterEncoding("UTF-8");
        String how = String.valueOf(request.getQueryString());
        response.setContentType("text/plain;charset=UTF-8");
        if (how.equals("keep")) {
            request.getSession().setAttribute("basket", "kept for " + request.getRemoteUser());
        } else if (how.equals("logout")) {
            request.logout();
        } else if (how.equals("thread")) {
            AsyncContext async = request.startAsync();
            async.start(() -> {
                try {
                    write(
                            (HttpServletRequest) async.getRequest(),
                            async.getResponse().getWriter());
                } catch (IOException failed) {
                    getServletContext().log("not written", failed);
                }
                async.complete();
            });
            return;
        }
        write(request, response.getWriter());
    }

    private static void write(HttpServletRequest request, PrintWriter out) {
        out.println("CALLER " + request.getMethod());
        out.println("principal="
                + (request.getUserPrincipal() == null
                        ? null
                        : request.getUserPrincipal().getName()));
        out.println("remoteUser=" + request.getRemoteUser());
        out.println("authType=" + request.getAuthType());
        out.println("employee=" + request.isUserInRole("employee"));
        out.println("admin=" + request.isUserInRole("admin"));
        out.println("identity=" + KycIdentity.of(request).isPresent());
        out.println("amount=" + request.getParameter("amount"));
        out.println("basket="
                + (request.getSession(false) == null
                        ? null
                        : request.getSession(false).getAttribute("basket")));
    }
}
