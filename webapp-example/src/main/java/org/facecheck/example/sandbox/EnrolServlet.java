package org.facecheck.example.sandbox;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.facecheck.testkit.sandbox.EnrolmentForm;
import org.facecheck.testkit.sandbox.People;
import org.facecheck.testkit.sandbox.Person;
import org.facecheck.testkit.sandbox.Sandbox;
import org.facecheck.testkit.sandbox.SelfieField;

/** Takes a new person's data and picture, as onboarding at the real service would. */
@WebServlet("/sandbox/enrol")
@MultipartConfig(
        maxFileSize = CheckServlet.MAX_PICTURE,
        maxRequestSize = CheckServlet.MAX_REQUEST,
        fileSizeThreshold = CheckServlet.MEMORY)
public final class EnrolServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int UNPROCESSABLE = 422;
    private static final String SELFIE = "selfie";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(Map.of(), Map.of(), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<byte[]> picture;
        try {
            picture = PicturePart.read(SELFIE, request);
        } catch (IllegalStateException tooLarge) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            show(Map.of(), Map.of(SELFIE, "Larger than 8 megabytes."), request, response);
            return;
        }
        Sandbox sandbox = SandboxLifecycle.sandboxOf(getServletContext());
        EnrolmentForm form = new EnrolmentForm(typed(request), LocalDate.now(sandbox.clock()));
        SelfieField selfie = SelfieField.read(picture);
        Map<String, String> problems = form.problems();
        selfie.problem().ifPresent(problem -> problems.put(SELFIE, problem));
        if (!problems.isEmpty()) {
            response.setStatus(UNPROCESSABLE);
            show(form.typed(), problems, request, response);
            return;
        }
        Optional<Person> enrolled =
                sandbox.people().enrol(form.document(), selfie.photo().orElseThrow());
        if (enrolled.isPresent()) {
            Redirect.to("./?enrolled=" + enrolled.get().id(), response);
        } else {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            String full =
                    "The sandbox holds no more than %d people; the console can forget them.".formatted(People.MAX);
            show(form.typed(), Map.of("form", full), request, response);
        }
    }

    private static Map<String, String> typed(HttpServletRequest request) {
        Map<String, String> typed = new HashMap<>();
        EnrolmentForm.FIELDS.forEach(field -> typed.put(
                field,
                Objects.requireNonNullElse(request.getParameter(field), "").strip()));
        return typed;
    }

    private static void show(
            Map<String, String> typed,
            Map<String, String> problems,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("typed", typed);
        request.setAttribute("problems", problems);
        request.getRequestDispatcher("/WEB-INF/sandbox/enrol.jsp").forward(request, response);
    }
}
