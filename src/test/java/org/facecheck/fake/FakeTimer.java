package org.facecheck.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.facecheck.internal.concurrent.Timer;

/** A timer whose time passes when a test says so, and whose tasks run in the test's thread; at once where no time is to pass. */
public final class FakeTimer implements Timer {
    private final List<Task> tasks = new ArrayList<>();
    private long now;
    private boolean isHeld;

    private record Task(long due, Runnable step) {}

    @Override
    public Pending after(Duration delay, Runnable task) {
        if (delay.isZero() && !isHeld) {
            task.run();
            return () -> {};
        }
        Task pending = new Task(now + delay.toNanos(), task);
        tasks.add(pending);
        return () -> tasks.removeIf(one -> one == pending);
    }

    @Override
    public long nanoTime() {
        return now;
    }

    /** From now on, even what is due at once waits until a test says that time passes. */
    public void hold() {
        isHeld = true;
    }

    /** How many tasks have neither run nor been cancelled. */
    public int pending() {
        return tasks.size();
    }

    /** Lets time pass, and runs what is due meanwhile, each at its time. */
    public void pass(Duration time) {
        long end = now + time.toNanos();
        for (Task next = next(end); next != null; next = next(end)) {
            now = next.due();
            tasks.remove(next);
            next.step().run();
        }
        now = end;
    }

    private Task next(long end) {
        return tasks.stream()
                .filter(task -> task.due() <= end)
                .min(Comparator.comparingLong(Task::due))
                .orElse(null);
    }
}
