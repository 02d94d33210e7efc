package org.facecheck.internal.bootstrap;

import org.facecheck.internal.attempts.AttemptLimiter;
import org.facecheck.internal.figures.OperatorActions;

/**
 * What operators may set back in one application.
 *
 * @param limiter holds the attempts that people have made
 * @param matcher has the circuit to the service, where that is asked
 */
record LimitsReset(AttemptLimiter limiter, DefaultFaceMatcher matcher) implements OperatorActions {
    @Override
    public void forgetAttempts() {
        limiter.forgetAttempts();
    }

    @Override
    public void closeCircuit() {
        matcher.closeCircuit();
    }
}
