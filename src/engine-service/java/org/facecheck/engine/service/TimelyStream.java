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
    private final Duration time;
    private final Instant end;
    private long count;
    private boolean isAtEnd;

    /** Begins now. */
    TimelyStream(InputStream body, InstantSource clock, Duration time) {
        super(body);
        this.clock = clock;
        this.time = time;
        this.end = clock.instant().plus(time);
    }

    /** How many bytes were read. */
    long count() {
        return count;
    }

    /** Whether the reader has been told that there are no more. */
    boolean isAtEnd() {
        return isAtEnd;
    }

    /** The rest of the body is not waited for. */
    static final class LateException extends IOException {
        private static final long serialVersionUID = 1;

        private LateException(Duration time) {
            super("the body did not arrive within " + time.toSeconds() + " seconds");
        }
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        check(Math.min(read, 1));
        return read;
    }

    /** What arrives at once is read at once: the clock is asked once for each piece. */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        check(read);
        return read;
    }

    private void check(int bytes) throws LateException {
        isAtEnd |= bytes < 0;
        count += Math.max(0, bytes);
        if (clock.instant().isAfter(end)) {
            throw new LateException(time);
        }
    }
}
