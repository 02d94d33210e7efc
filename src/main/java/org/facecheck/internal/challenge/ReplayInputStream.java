package org.facecheck.internal.challenge;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * A remembered body as a request's stream. All of it is there from the start, so it is always ready. When to call a {@code
 * ReadListener} is left to the server (Servlet 6.0, §3.7): it knows whether one may be set, and has the thread for it, once
 * the servlet has returned. Its own stream is that of a GET, and ends at once.
 */
final class ReplayInputStream extends ServletInputStream {
    private final ByteArrayInputStream body;
    private final ServletInputStream servers;

    /**
     * Reads on where others have left the body.
     *
     * @param servers of the request that came instead of the form
     */
    ReplayInputStream(ByteArrayInputStream body, ServletInputStream servers) {
        this.body = body;
        this.servers = servers;
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
        servers.setReadListener(listener == null ? null : new AtTheEnd(listener));
    }

    /** Hands over the body when the server says that its own, empty one has ended. */
    private final class AtTheEnd implements ReadListener {
        private final ReadListener listener;

        AtTheEnd(ReadListener listener) {
            this.listener = listener;
        }

        /** A server may announce an empty body before it sees its end. */
        @Override
        public void onDataAvailable() throws IOException {
            while (servers.isReady() && !servers.isFinished()) {
                servers.read();
            }
        }

        @Override
        public void onAllDataRead() throws IOException {
            if (!isFinished()) {
                listener.onDataAvailable();
            }
            if (isFinished()) { // else the application has left some of it, and has been told all that there is to tell
                listener.onAllDataRead();
            }
        }

        @Override
        public void onError(Throwable failed) {
            listener.onError(failed);
        }
    }
}
