package org.facecheck.internal.rule;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.facecheck.internal.challenge.Challenge;
import org.facecheck.internal.challenge.ResumedRequest;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.guard.RuleProbe;
import org.facecheck.internal.guard.TargetGuardFilter;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.Pass;
import org.jspecify.annotations.Nullable;

/** One rule's door: opens for a pass that is good for the rule, else sends the client for one. Immutable, thread-safe. */
public final class RuleGuard {
    /** Set on a request that used its check up, so that its other one-time rules and its dispatches let it through. */
    private static final String SPENT = "org.facecheck.spent";

    private final Rule rule;
    private final Challenge challenge;
    private final Clock clock;

    public RuleGuard(Rule rule, Challenge challenge, Clock clock) {
        this.rule = rule;
        this.challenge = challenge;
        this.clock = clock;
    }

    /** Lets the request go on along the chain, or answers it. */
    public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RuleProbe inquiry = RuleProbe.in(request);
        if (inquiry != null) {
            inquiry.reached(rule.name(), ExemptionFilter.exempts(rule.name(), request, chain));
            chain.doFilter(request, response);
            return;
        }
        Pass pass = Pass.in(request);
        if (opensFor(pass, request)) {
            chain.doFilter(pass != null && pass.resuming() ? ResumedRequest.of(request) : request, response);
        } else if (ExemptionFilter.exempts(rule.name(), request, chain)) {
            chain.doFilter(request, response);
        } else if (TargetGuardFilter.refuses(request)) {
            TargetGuardFilter.refuse(response);
        } else if (request.getDispatcherType() != DispatcherType.INCLUDE && !response.isCommitted()) {
            challenge.answer(rule, request, response);
        }
    }

    /** Whether the rule is satisfied, for something that the request came to without passing here. */
    public boolean opens(HttpServletRequest request) {
        return opensFor(Pass.in(request), request);
    }

    /** Sends the client for a check; what a form has done is done, so that it comes back to the address that it led to. */
    public void challengeAt(String address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        challenge.answerAt(address, rule, request, response);
    }

    private boolean opensFor(@Nullable Pass pass, HttpServletRequest request) {
        if (pass == null || !pass.isFresh(rule.maxAge(), clock.millis())) {
            return false;
        }
        return !rule.oneTime() || request.getAttribute(SPENT) != null || spends(request);
    }

    /** A one-time rule takes a check that was made for this very request. */
    private boolean spends(HttpServletRequest request) {
        boolean granted = RequestTarget.of(request)
                .flatMap(target -> FaceCheckSession.existing(request).filter(session -> session.spend(target)))
                .isPresent();
        if (granted) {
            request.setAttribute(SPENT, true);
        }
        return granted;
    }
}
