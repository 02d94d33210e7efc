package org.facecheck.it.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Keeps a note in the session, as applications do, gives it another id where it is told to, as a login does, and says what else is in
 * it: each attribute with the field "device" of it.
 */
@WebServlet("/open/keep")
public class KeepingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession();
        if (request.getParameter("note") != null) {
            session.setAttribute("notes", new ArrayList<>(List.of(request.getParameter("note"))));
        }
        if (request.getParameter("renew") != null) {
            request.changeSessionId();
        }
        response.setContentType("text/plain;charset=UTF-8");
        PrintWriter out = response.getWriter();
        for (String name : Collections.list(session.getAttributeNames())) {
            Object value = session.getAttribute(name);
            out.println(name + (value instanceof List ? "=" + value : " device=" + device(value)));
        }
    }

    /** "none" where the class has no such field. */
    private static String device(Object value) {
        return Arrays.stream(value.getClass().getDeclaredFields())
                .filter(field -> field.getName().equals("device"))
                .findFirst()
                .map(field -> read(field, value))
                .orElse("none");
    }

    private static String read(Field field, Object value) {
        try {
            field.setAccessible(true);
            return String.valueOf(field.get(value));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
