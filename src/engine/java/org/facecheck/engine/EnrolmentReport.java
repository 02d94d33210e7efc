package org.facecheck.engine;

import java.util.List;
import org.facecheck.engine.gallery.Enrolment;

/**
 * What came of enrolling one person, for the operator. Its text form names nobody. Immutable and thread-safe, and nothing in it refers to
 * a portrait, so that it may be kept for as long as you like. No component is {@code null}.
 *
 * <pre>{@code
 * EnrolmentReport report = enroller.enrol(person);
 * if (!report.isEnrolled()) {
 *     report.problems().forEach(one -> log.warning("portrait " + one.portrait() + ": " + one.reason()));
 * }
 * }</pre>
 *
 * <p>That nothing could be enrolled is an outcome and no exception; a store that fails is one, of {@link PersonEnroller#enrol}.
 *
 * @param outcome whether the person is in the gallery, and why not
 * @param problems the portraits that could not be used; others may have been enough
 */
public record EnrolmentReport(Enrolment outcome, List<PortraitProblem> problems) {

    /** Copies the list. */
    public EnrolmentReport {
        problems = List.copyOf(problems);
    }

    /** Whether the person is in the gallery now. */
    public boolean isEnrolled() {
        return outcome instanceof Enrolment.Enrolled;
    }

    /**
     * A portrait that could not be used.
     *
     * @param portrait its place in {@link Person#portraits}, from 0
     * @param reason in fixed words, such as {@code TWO_FACES} or {@code segment length beyond end, at 1432}
     */
    public record PortraitProblem(int portrait, String reason) {}
}
