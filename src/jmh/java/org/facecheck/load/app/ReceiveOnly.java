package org.facecheck.load.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletResponse;

/**
 * No check at all: receives the picture and throws it away. What this takes no check can save, so it is the base line that the
 * others are compared with.
 */
@WebServlet(urlPatterns = "/receive", asyncSupported = true)
public final class ReceiveOnly extends AsyncCheck {
    private static final long serialVersionUID = 1L;

    @Override
    protected void received(byte[] picture, AsyncContext async, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_CREATED);
        async.complete();
    }
}
