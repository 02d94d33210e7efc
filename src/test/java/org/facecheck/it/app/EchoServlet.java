package org.facecheck.it.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import org.facecheck.KycIdentity;

/** Says what it is asked: the protected content of the tests, and how they see what reached it. */
@WebServlet(
        urlPatterns = {"/secure/*", "/open/echo", "/secret.html", "*.secret"},
        asyncSupported = true)
public class EchoServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String query = String.valueOf(request.getQueryString());
        if (query.contains("encoding-first")) {
            request.setCharacterEncoding("UTF-8");
        }
        response.setContentType("text/plain;charset=UTF-8");
        PrintWriter out = response.getWriter();
        out.println("PROTECTED CONTENT");
        out.println("method=" + request.getMethod());
        out.println("type=" + String.valueOf(request.getContentType()).replaceFirst(";.*", ""));
        out.println("length=" + request.getContentLength());
        if (query.contains("raw")) {
            out.println("body=" + Arrays.toString(request.getInputStream().readAllBytes()));
        } else {
            new TreeMap<>(request.getParameterMap())
                    .forEach((name, values) -> out.println("parameter " + name + "=" + Arrays.toString(values)));
        }
        Optional<KycIdentity> identity = KycIdentity.of(request);
        out.println("identity=" + identity.map(id -> new TreeMap<>(id.fields())));
        out.println("principal=" + request.getUserPrincipal());
    }
}
