package org.facecheck.example.sandbox;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.facecheck.testkit.sandbox.People;

/** Says what the sandbox is, and shows who is in it; somebody just enrolled is named. */
@WebServlet({"/sandbox", "/sandbox/"})
public final class IndexServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!request.getRequestURI().endsWith("/")) {
            Redirect.to("sandbox/", response);
            return;
        }
        People people = SandboxLifecycle.sandboxOf(getServletContext()).people();
        String enrolled = Objects.requireNonNullElse(request.getParameter("enrolled"), "");
        people.withId(enrolled).ifPresent(person -> {
            request.setAttribute("enrolled", person);
            request.setAttribute("others", people.othersWithPictureOf(person));
        });
        request.setAttribute("people", people.all());
        request.getRequestDispatcher("/WEB-INF/sandbox/index.jsp").forward(request, response);
    }
}
