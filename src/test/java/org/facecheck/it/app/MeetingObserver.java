package org.facecheck.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.facecheck.FaceCheckEvent;

/** An audit that takes its time with a pass: until another one comes, or five seconds. */
@ApplicationScoped
public class MeetingObserver {
    private final CyclicBarrier both = new CyclicBarrier(2);

    void observe(@Observes FaceCheckEvent event) throws InterruptedException {
        if (event.outcome() == FaceCheckEvent.Outcome.PASSED) {
            try {
                both.await(5, TimeUnit.SECONDS);
            } catch (TimeoutException | BrokenBarrierException alone) {
                both.reset();
            }
        }
    }
}
