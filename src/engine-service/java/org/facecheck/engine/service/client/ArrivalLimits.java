package org.facecheck.engine.service.client;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * How many bodies may be on their way at once. Each keeps a thread of the server's until it is there, for a minute at most, and the memory
 * that it fills. What is more than that is refused before any of it is read. Checks have limits of their own. Thread-safe.
 *
 * <pre>{@code
 * return arrivals.admit(Sender.OPERATOR, () -> delete(request.body().readNBytes(MAX_KEY)))
 *         .orElseGet(Answer::overloaded);
 * }</pre>
 */
public final class ArrivalLimits {
    /** Of up to 32 MiB each, which take twice as much while a form is taken apart, and some four times if it is JSON. */
    private static final int LARGE = 4;

    /** Of a few kilobytes each, which are there at once unless somebody means harm. */
    private static final int SMALL = 8;

    private final Map<Sender, Semaphore> limits = new EnumMap<>(Sender.class);

    /** Who sends a body, and what for: none of these keeps another one out. */
    public enum Sender {
        /** An application that asks for a token, and may be anybody until its secret is there. */
        CLIENT(2 * SMALL),
        /** Somebody who logs in, and may be anybody; or whose session is over. */
        STRANGER(SMALL),
        /** Sends what nobody wants: it is read for some seconds, so that the answer is. */
        REFUSED(SMALL),
        /** Asks for something in a few words. */
        OPERATOR(SMALL),
        /** Sends portraits of another person, by a page or by a script. */
        ENROLLER(LARGE),
        /** Sends portraits of their own: everybody who works there may, at one moment. */
        ENROLLED(LARGE);

        private final int limit;

        Sender(int limit) {
            this.limit = limit;
        }

        /** How many of their bodies may be on their way. */
        public int limit() {
            return limit;
        }
    }

    /** None is on its way yet. */
    public ArrivalLimits() {
        for (Sender sender : Sender.values()) {
            limits.put(sender, new Semaphore(sender.limit()));
        }
    }

    /** How many there may be on their way of all kinds together. */
    public static int sum() {
        return Arrays.stream(Sender.values()).mapToInt(Sender::limit).sum();
    }

    /**
     * Reads a body, and answers it.
     *
     * @param <T> an answer
     */
    public interface Work<T> {
        /** Does so; what is read is let go with the answer. */
        T answer() throws IOException;
    }

    /**
     * Has one body read and answered, in the calling thread.
     *
     * @param sender as far as is known before anything is read
     * @return empty if too many of this sender's bodies are on their way: nothing was read, and there is to be asked again later
     * @throws IOException as the work does
     */
    public <T> Optional<T> admit(Sender sender, Work<T> work) throws IOException {
        Semaphore limit = Objects.requireNonNull(limits.get(sender));
        if (!limit.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.answer());
        } finally {
            limit.release();
        }
    }
}
