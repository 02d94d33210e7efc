package org.facecheck.internal.rule;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.Pass;
import org.jspecify.annotations.Nullable;

/**
 * What a rule requires of a pass: the one place that answers whether a pass is good for a rule. It has to be recent enough; a
 * one-time rule also requires that it was given for the very request. Immutable, thread-safe; allocates nothing where the rule
 * is not a one-time rule.
 */
public final class PassRequirement {
    /** Set on a request that used its check up, so that its other one-time rules and its dispatches let it through. */
    private static final String CONSUMED = "org.facecheck.consumed";

    private final Rule rule;
    private final Clock clock;

    public PassRequirement(Rule rule, Clock clock) {
        this.rule = rule;
        this.clock = clock;
    }

    /**
     * Whether the pass is good for a request of this target. Changes nothing.
     *
     * @param target path and query, as the request was remembered
     */
    public boolean isMetBy(Pass pass, String target) {
        return isRecent(pass)
                && (!rule.oneTime()
                        || RequestTarget.parse(target)
                                .filter(pass::isGoodOnceFor)
                                .isPresent());
    }

    /**
     * Lets this request use the pass. A one-time rule uses up the check that was made for this request.
     *
     * @param pass the request's, {@code null} where it has none
     * @return whether the request may go on
     */
    boolean admit(@Nullable Pass pass, HttpServletRequest request) {
        return pass != null
                && isRecent(pass)
                && (!rule.oneTime() || request.getAttribute(CONSUMED) != null || consume(request));
    }

    private boolean isRecent(Pass pass) {
        return pass.isFresh(rule.maxAge(), clock.millis());
    }

    /** Of several requests for one target, only the first gets the check: the session compares and changes in one step. */
    private static boolean consume(HttpServletRequest request) {
        boolean consumed = RequestTarget.of(request)
                .flatMap(target -> FaceCheckSession.existing(request).filter(session -> session.useUpPass(target)))
                .isPresent();
        if (consumed) {
            request.setAttribute(CONSUMED, true);
        }
        return consumed;
    }
}
