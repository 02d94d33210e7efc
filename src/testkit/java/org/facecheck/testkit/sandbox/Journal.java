package org.facecheck.testkit.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Counts what was asked, and keeps the last answers: what they said, not whom they were about. Thread-safe. */
public final class Journal {

    private static final int KEPT = 20;

    private final Clock clock;
    private final Deque<Entry> last = new ArrayDeque<>();
    private long tokenCalls;
    private long checks;

    Journal(Clock clock) {
        this.clock = clock;
    }

    synchronized void tokenCall(Answer answer) {
        tokenCalls++;
        note("token call", answer);
    }

    synchronized void check(Dialect dialect, Answer answer) {
        checks++;
        note("face check, " + dialect.name(), answer);
    }

    private void note(String call, Answer answer) {
        last.addFirst(new Entry(clock.instant().truncatedTo(ChronoUnit.SECONDS), call, answer.status(), answer.gist()));
        if (last.size() > KEPT) {
            last.removeLast();
        }
    }

    synchronized void clear() {
        last.clear();
        tokenCalls = 0;
        checks = 0;
    }

    public synchronized long tokenCalls() {
        return tokenCalls;
    }

    public synchronized long checks() {
        return checks;
    }

    /** The latest first. */
    public synchronized List<Entry> last() {
        return List.copyOf(last);
    }

    /** One answer. Public for the console's page. */
    public record Entry(Instant at, String call, int status, String gist) {}
}
