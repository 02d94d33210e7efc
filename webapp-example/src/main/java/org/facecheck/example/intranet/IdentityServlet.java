package org.facecheck.example.intranet;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.facecheck.KycIdentity;

/** Shows what the session holds of the person, if a face check was passed in it; the one place that asks Facecheck. */
@WebServlet("/identity")
public class IdentityServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Map<String, String> fields =
                KycIdentity.of(request).map(KycIdentity::fields).orElse(Map.of());
        request.setAttribute("fields", new TreeMap<>(fields));
        request.getRequestDispatcher("/WEB-INF/identity.jsp").forward(request, response);
    }
}
