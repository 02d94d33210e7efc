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
 * The face check as somebody would write it who knows how: neither the upload nor the service holds a thread. It asks for no
 * session, no token and no picture's dimensions, bounds nothing, and judges by a word in the answer.
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
                while (body.isReady()) {
                    int more = read < picture.length ? body.read(picture, read, picture.length - read) : body.read();
                    if (more < 0) {
                        return;
                    }
                    read += more;
                }
            }

            @Override
            public void onAllDataRead() {
                received(picture, async, response);
            }

            @Override
            public void onError(Throwable broken) {
                async.complete();
            }
        });
    }

    /** When the picture is whole. */
    protected void received(byte[] picture, AsyncContext async, HttpServletResponse response) {
        Upstream.HTTP
                .sendAsync(Upstream.request(picture), BodyHandlers.ofString())
                .whenComplete((answer, failure) -> {
                    response.setStatus(failure == null ? Upstream.status(answer.body()) : 503);
                    async.complete();
                });
    }
}
