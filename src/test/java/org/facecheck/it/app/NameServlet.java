package org.facecheck.it.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;

/** Shows each field of a form, as an application that takes what its server and filters give it. */
@WebServlet(urlPatterns = {"/secure/plain/servlet", "/secure/unnamed/servlet", "/secure/forced/servlet"})
public class NameServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println("encoding=" + request.getCharacterEncoding());
        request.getParameterMap().forEach((name, values) -> writeLine(response, name + "=" + Arrays.toString(values)));
    }

    private static void writeLine(HttpServletResponse response, String line) {
        try {
            response.getWriter().println(line);
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }
}
