package org.facecheck.internal.rule;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.facecheck.internal.caller.Initiator;
import org.facecheck.internal.challenge.ResumedRequest;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.guard.RequestFingerprint;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.Pass;
import org.facecheck.internal.session.RememberedRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a rule requires of a pass: the one place that answers whether a pass is good for a rule. It has to be recent enough. A
 * one-time rule also requires that the check was made for this very request: of the same method, target and body, and not sent
 * by another site's page. Immutable, thread-safe; allocates nothing where the rule is not a one-time rule.
 */
public final class PassRequirement {
    /** Set on a request that used its check up, so that its other one-time rules and its dispatches let it through. */
    private static final String CONSUMED = "org.facecheck.consumed";

    private final Rule rule;
    private final Clock clock;
    private final boolean logsIn;

    /** For a rule whose passes log nobody in. */
    public PassRequirement(Rule rule, Clock clock) {
        this(rule, clock, false);
    }

    /**
     * For a rule.
     *
     * @param logsIn whether somebody has to be logged in by the pass, unless a principal of the container's was before. One of
     *     before the deployer asked for that, in a session that has outlived a deployment, is good for nothing
     */
    public PassRequirement(Rule rule, Clock clock, boolean logsIn) {
        this.rule = rule;
        this.clock = clock;
        this.logsIn = logsIn;
    }

    /**
     * Whether the pass is good for a request that was remembered. Changes nothing.
     *
     * @param wanted {@code null} where nothing was remembered, which no one-time check can have been made for
     */
    public boolean isMetBy(Pass pass, @Nullable RememberedRequest wanted) {
        return isGood(pass)
                && (!rule.oneTime()
                        || (wanted != null
                                && wanted.fingerprint()
                                        .filter(pass::isGoodOnceFor)
                                        .isPresent()));
    }

    /**
     * Lets this request use the pass, and brings a form that a check had interrupted. A one-time rule uses up the check that was
     * made for this request, or for the form that it comes back for.
     *
     * @param pass the request's, {@code null} where it has none
     * @param response of the same request
     * @return the request that goes on, {@code null} where none may
     */
    @Nullable
    HttpServletRequest admit(@Nullable Pass pass, HttpServletRequest request, HttpServletResponse response) {
        if (pass == null || !isGood(pass)) {
            return null;
        }
        if (rule.oneTime()) {
            return isConsumed(request) || consumeAsSent(request) ? request : consumeForm(request, response);
        }
        // A check that was made for a page must not bring a form that waits there.
        return pass.isResuming() && !isConsumed(request) ? ResumedRequest.of(request, response) : request;
    }

    /**
     * As {@link #admit}, for a request that goes on as it is, or not at all.
     *
     * @return whether it goes on
     */
    boolean admitAsSent(@Nullable Pass pass, HttpServletRequest request) {
        return pass != null && isGood(pass) && (!rule.oneTime() || isConsumed(request) || consumeAsSent(request));
    }

    /** Whether it is recent enough, and logs somebody in where the face is the login. */
    private boolean isGood(Pass pass) {
        return pass.isFresh(rule.maxAge(), clock.millis())
                && (!logsIn || pass.isOfPrincipal() || pass.caller() != null);
    }

    private static boolean isConsumed(HttpServletRequest request) {
        return request.getAttribute(CONSUMED) != null;
    }

    /**
     * Of several requests that are the same, only the first gets the check: the session compares and changes in one step.
     */
    private static boolean consumeAsSent(HttpServletRequest request) {
        boolean consumed = sent(request)
                .flatMap(sent -> FaceCheckSession.existing(request).filter(session -> session.useUpPass(sent)))
                .isPresent();
        if (consumed) {
            request.setAttribute(CONSUMED, true);
        }
        return consumed;
    }

    private static @Nullable HttpServletRequest consumeForm(HttpServletRequest request, HttpServletResponse response) {
        Optional<HttpServletRequest> form = sent(request).flatMap(back -> ResumedRequest.ofCheck(request, response));
        form.ifPresent(resumed -> resumed.setAttribute(CONSUMED, true));
        return form.orElse(null);
    }

    /** Nothing for what a browser fetches ahead: the answer may never be shown, and the check would be gone. */
    private static Optional<RequestFingerprint> sent(HttpServletRequest request) {
        return Initiator.isPrefetch(request) ? Optional.empty() : RequestFingerprint.of(request);
    }
}
