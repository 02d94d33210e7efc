package org.facecheck.internal.bootstrap;

import jakarta.servlet.ServletContext;

/**
 * What log lines, audit and figures call an application.
 *
 * @param text its context path, a slash for the root's, which is empty (Jakarta Servlet 6.0, §3.5)
 */
record ApplicationName(String text) {
    static ApplicationName of(ServletContext context) {
        return new ApplicationName(context.getContextPath().isEmpty() ? "/" : context.getContextPath());
    }

    @Override
    public String toString() {
        return text;
    }
}
