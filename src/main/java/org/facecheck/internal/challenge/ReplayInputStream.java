package org.facecheck.internal.challenge;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * A remembered body as a request's stream. All of it is there from the start, so it is always ready, and a {@code
 * ReadListener} is called at once, in the thread that sets it: there is nothing to wait for that a container would have to
 * announce (Servlet 6.0, §3.7).
 */
final class ReplayInputStream extends ServletInputStream {
    private final ByteArrayInputStream body;

    ReplayInputStream(byte[] body) {
        this.body = new ByteArrayInputStream(body);
    }

    @Override
    public int read() {
        return body.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        return body.read(into, offset, length);
    }

    @Override
    public int available() {
        return body.available();
    }

    @Override
    public boolean isFinished() {
        return body.available() == 0;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        try {
            listener.onDataAvailable();
            listener.onAllDataRead();
        } catch (IOException | RuntimeException failed) {
            listener.onError(failed);
        }
    }
}
