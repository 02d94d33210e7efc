package org.facecheck.internal.challenge;

import jakarta.servlet.ServletInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * A remembered body while it is read: as a stream, as text, or for its parameters. Each reads on where another has left it, and
 * there is one stream and one reader, as in any request (Jakarta Servlet 6.0, §3.11). Who may ask for which is the server's to
 * say.
 */
final class ReplayBody {
    private final ByteArrayInputStream rest;
    private @Nullable ReplayInputStream stream;
    private @Nullable BufferedReader reader;

    ReplayBody(byte[] body) {
        this.rest = new ByteArrayInputStream(body);
    }

    /**
     * What is left, as a stream.
     *
     * @param servers of the request that came instead of the form; only the first call's counts
     */
    ServletInputStream stream(ServletInputStream servers) {
        ReplayInputStream begun = stream;
        if (begun == null) {
            begun = new ReplayInputStream(rest, servers);
            stream = begun;
        }
        return begun;
    }

    /**
     * What is left, as text.
     *
     * @param charset only the first call's counts
     */
    BufferedReader reader(Charset charset) {
        BufferedReader begun = reader;
        if (begun == null) {
            begun = new BufferedReader(new InputStreamReader(rest, charset));
            reader = begun;
        }
        return begun;
    }

    /** Whether the reader has been asked for. */
    boolean isReadAsText() {
        return reader != null;
    }

    /** Whether the stream or the reader has been asked for. */
    boolean isInUse() {
        return stream != null || reader != null;
    }

    /** Whatever is left, which is read up with that. */
    byte[] readAll() {
        return rest.readAllBytes();
    }
}
