package org.facecheck.it;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until an answer is as expected, for half a minute at most; the test's assertion has the last word. */
final class Patience {
    private static final int TIMES = 300;

    private Patience() {}

    static <T> T until(Supplier<T> question, Predicate<T> expected) {
        T answer = question.get();
        for (int i = 0; i < TIMES && !expected.test(answer); i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            answer = question.get();
        }
        return answer;
    }
}
