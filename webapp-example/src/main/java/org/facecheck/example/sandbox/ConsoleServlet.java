package org.facecheck.example.sandbox;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.facecheck.testkit.sandbox.CheckBehaviour;
import org.facecheck.testkit.sandbox.ConsoleForm;
import org.facecheck.testkit.sandbox.Sandbox;
import org.facecheck.testkit.sandbox.TokenBehaviour;

/**
 * Shows what the sandbox was asked and answered, and takes orders for what it shall answer next: from the page's forms, or
 * from scripts, as in {@code curl -d answer=two-faces -d times=1 …/sandbox/console}.
 */
@WebServlet("/sandbox/console")
public final class ConsoleServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(List.of(), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        List<String> problems = follow(request);
        if (problems.isEmpty()) {
            Redirect.to("console", response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        if (Objects.requireNonNullElse(request.getHeader("Accept"), "").contains("text/html")) {
            show(problems, request, response);
        } else {
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().println(String.join("\n", problems));
        }
    }

    /** What is wrong with the request; if nothing is, it has been seen to. */
    private List<String> follow(HttpServletRequest request) {
        Sandbox sandbox = SandboxLifecycle.sandboxOf(getServletContext());
        String action = Objects.requireNonNullElse(request.getParameter("action"), "set");
        switch (action) {
            case "set" -> {
                ConsoleForm form = ConsoleForm.read(request::getParameter);
                if (form.problems().isEmpty()) {
                    form.order().ifPresent(sandbox.orders()::place);
                    form.tokenLifetime().ifPresent(sandbox.orders()::tokensLive);
                }
                return form.problems();
            }
            case "expire-tokens" -> sandbox.tokens().expireAll();
            case "reset" -> sandbox.reset();
            case "forget-people" -> sandbox.people().forgetEnrolled();
            case "forget-held" -> new HeldAgainstVisitors(getServletContext()).forget();
            default -> {
                return List.of("action: must be one of set, expire-tokens, reset, forget-people, forget-held.");
            }
        }
        return List.of();
    }

    private void show(List<String> problems, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Sandbox sandbox = SandboxLifecycle.sandboxOf(getServletContext());
        request.setAttribute("problems", problems);
        request.setAttribute("checkBehaviours", List.of(CheckBehaviour.values()));
        request.setAttribute("tokenBehaviours", List.of(TokenBehaviour.values()));
        request.setAttribute("order", sandbox.orders().current());
        request.setAttribute("tokenLifetime", sandbox.orders().tokenLifetime().toSeconds());
        request.setAttribute("tokensAlive", sandbox.tokens().alive());
        request.setAttribute("tokenCalls", sandbox.journal().tokenCalls());
        request.setAttribute("checks", sandbox.journal().checks());
        request.setAttribute(
                "circuitOpenUntil",
                new HeldAgainstVisitors(getServletContext()).circuitOpenUntil().orElse(null));
        request.setAttribute("journal", sandbox.journal().last());
        request.getRequestDispatcher("/WEB-INF/sandbox/console.jsp").forward(request, response);
    }
}
