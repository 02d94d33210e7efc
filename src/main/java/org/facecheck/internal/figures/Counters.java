package org.facecheck.internal.figures;

import java.time.Clock;
import java.util.EnumSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.facecheck.FaceCheckEvent;
import org.facecheck.FaceCheckEvent.Outcome;

/**
 * What has happened in one application since its start. Counted are outcomes and refusals, which come with an upload; a request
 * that has its pass comes by nothing here. Keeps words and numbers, and nothing of an event's person. Thread-safe.
 */
public final class Counters {
    /** Where in a picture the fault is, which would make each refusal a kind of its own. */
    private static final Pattern PLACE = Pattern.compile(", at \\d+$");

    private static final String NO_DETAIL = "no detail";

    /** All but the outcome that is no upload's. */
    final Tally checks =
            new Tally(EnumSet.complementOf(EnumSet.of(Outcome.LOGGED_OUT)).toArray(Outcome[]::new));

    final Tally limits = new Tally(Limit.values());
    final Tally pictures = new Tally();
    final Tally troubles = new Tally();
    final LongAdder notAudited = new LongAdder();
    final AnswerTimes answers;

    /** @param clock tells which answers are recent */
    public Counters(Clock clock) {
        this.answers = new AnswerTimes(clock);
    }

    /** Counts an outcome that has been recorded. */
    public void recorded(FaceCheckEvent event) {
        checks.add(event.outcome().name());
        String detail = event.detail() == null ? NO_DETAIL : event.detail();
        if (event.outcome() == Outcome.PICTURE_REJECTED) {
            pictures.add(PLACE.matcher(detail).replaceFirst(""));
        } else if (event.outcome() == Outcome.TROUBLE) {
            // Not among the times: with an open circuit there is an answer at once, and none of the service's.
            troubles.add(detail);
        } else if (event.serviceTime() != null) {
            answers.add(event.serviceTime());
        }
    }

    /** Counts an outcome that could not be recorded. */
    public void notRecorded() {
        notAudited.increment();
    }

    /** Counts an upload that was told to come back. */
    public void refused(Limit limit) {
        limits.add(limit.name());
    }
}
