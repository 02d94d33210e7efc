package org.facecheck.it.app;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows the diary, and how long the session may be idle. */
@WebServlet("/diary")
public class DiaryServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient LoginDiary diary;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(diary.lines());
        response.getWriter()
                .println("idle="
                        + (request.getSession(false) == null
                                ? "none"
                                : request.getSession(false).getMaxInactiveInterval()));
    }
}
