package org.facecheck.load.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * The face check written by hand as most would write it: a thread of the server waits for the upload, and then for the service.
 * As many clients are checked at once as there are threads, and the other pages wait for the same threads.
 */
@WebServlet("/blocking")
public final class BlockingCheck extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] picture = request.getInputStream().readAllBytes();
        try {
            response.setStatus(Upstream.status(Upstream.HTTP
                    .send(Upstream.request(picture), BodyHandlers.ofString())
                    .body()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            response.setStatus(503);
        }
    }
}
