package org.facecheck.engine.service;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A body that has to arrive in time. Each request keeps a thread of the server's while it arrives, and a server's own timeout is from
 * one byte to the next: a few clients that send a byte now and then could keep all threads. Not thread-safe.
 */
final class TimelyStream extends FilterInputStream {
    /** Enough for the 32 MB of an enrolment on a line of 5 Mbit/s; a check has a tenth of that, and its client waits for 20 s. */
    static final Duration TIME = Duration.ofSeconds(60);

    private final InstantSource clock;
    private final Instant end;

    /** Begins now. */
    TimelyStream(InputStream body, InstantSource clock) {
        super(body);
        this.clock = clock;
        this.end = clock.instant().plus(TIME);
    }

    /** The rest of the body is not waited for. */
    static final class LateException extends IOException {
        private static final long serialVersionUID = 1;

        private LateException() {
            super("the body did not arrive within " + TIME.toSeconds() + " seconds");
        }
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        check();
        return read;
    }

    /** What arrives at once is read at once: the clock is asked once for each piece. */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        check();
        return read;
    }

    private void check() throws LateException {
        if (clock.instant().isAfter(end)) {
            throw new LateException();
        }
    }
}
