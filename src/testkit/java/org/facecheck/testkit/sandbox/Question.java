package org.facecheck.testkit.sandbox;

import java.util.List;
import java.util.function.UnaryOperator;
import org.facecheck.testkit.sandbox.People.Candidate;

/**
 * A face check that wants an answer.
 *
 * @param candidates everybody, the person most like the picture first
 * @param usable whether there is anything to be seen on the picture
 */
record Question(Dialect dialect, List<Candidate> candidates, boolean usable) {

    private static final int NO_FACE = 8006;

    /** The honest answer. */
    Answer compared() {
        if (!usable) {
            return dialect.code(NO_FACE);
        }
        List<Onboarding> shown = candidates.stream()
                .filter(candidate -> candidate.likeness().isSamePicture())
                .map(candidate -> Onboarding.of(candidate.person()))
                .toList();
        return shown.isEmpty() ? dialect.nobody() : dialect.matched(shown);
    }

    Answer nobody() {
        return dialect.nobody();
    }

    Answer matched() {
        return dialect.matched(List.of(likeliest()));
    }

    /** A match with something wrong about it. */
    Answer matched(UnaryOperator<Onboarding> flaw) {
        return dialect.matched(List.of(flaw.apply(likeliest())));
    }

    Answer matchedWithoutFace() {
        return dialect.matchedWithoutFace(likeliest());
    }

    Answer matchedOtherFace() {
        return dialect.matchedOtherFace(likeliest());
    }

    Answer twoPeople() {
        Onboarding first = likeliest();
        Onboarding second = candidates.stream()
                .map(candidate -> Onboarding.of(candidate.person()))
                .filter(other ->
                        !other.document().fullName().equals(first.document().fullName()))
                .findFirst()
                .orElseThrow();
        return dialect.matched(List.of(first, second));
    }

    private Onboarding likeliest() {
        return Onboarding.of(candidates.get(0).person());
    }
}
