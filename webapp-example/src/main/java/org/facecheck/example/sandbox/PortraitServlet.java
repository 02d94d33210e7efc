package org.facecheck.example.sandbox;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facecheck.testkit.sandbox.Person;
import org.facecheck.testkit.sandbox.Sandbox;

/** Shows the picture on a person's file, which is also what one holds before the camera to be that person. */
@WebServlet("/sandbox/portraits/*")
public final class PortraitServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern NAME = Pattern.compile("/([a-z0-9-]+)\\.jpg");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Person> person = person(
                Objects.requireNonNullElse(request.getPathInfo(), ""), SandboxLifecycle.sandboxOf(getServletContext()));
        if (person.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] jpeg = person.get().photo().jpeg();
        response.setContentType("image/jpeg");
        response.setContentLength(jpeg.length);
        response.getOutputStream().write(jpeg);
    }

    private static Optional<Person> person(String path, Sandbox sandbox) {
        Matcher name = NAME.matcher(path);
        return name.matches() ? sandbox.people().withId(name.group(1)) : Optional.empty();
    }
}
