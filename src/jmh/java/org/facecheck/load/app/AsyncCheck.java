package org.facecheck.load.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * The face check written by hand, by an expert: neither the upload nor the request to the service holds a thread (Servlet 6.0
 * §3.7, non-blocking I/O). It does less than Facecheck: it asks for no session, no form token and no picture's dimensions, has
 * no limits, and takes a word in the answer for a match.
 */
@WebServlet(urlPatterns = "/async", asyncSupported = true)
public class AsyncCheck extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AsyncContext async = request.startAsync();
        async.setTimeout(60_000);
        ServletInputStream body = request.getInputStream();
        byte[] picture = new byte[request.getContentLength()];
        body.setReadListener(new ReadListener() {
            private int read;

            @Override
            public void onDataAvailable() throws IOException {
                // Servlet 6.0 §3.7: reads only as long as isReady says so; else the read would throw.
                while (body.isReady()) {
                    int count = read < picture.length ? body.read(picture, read, picture.length - read) : body.read();
                    if (count < 0) {
                        return;
                    }
                    read += count;
                }
            }

            @Override
            public void onAllDataRead() {
                received(picture, async, response);
            }

            @Override
            public void onError(Throwable failure) {
                async.complete();
            }
        });
    }

    /** Called when the picture is whole; sends it to the service, and answers the client when the service has answered. */
    protected void received(byte[] picture, AsyncContext async, HttpServletResponse response) {
        Upstream.HTTP
                .sendAsync(Upstream.request(picture), BodyHandlers.ofString())
                .whenComplete((answer, failure) -> {
                    response.setStatus(failure == null ? Upstream.status(answer.body()) : 503);
                    async.complete();
                });
    }
}
