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
import org.facecheck.internal.guard.RuleProbe;
import org.facecheck.internal.guard.TargetGuardFilter;
import org.facecheck.internal.session.Pass;

/** One rule's door: opens for a pass that is good for the rule, else sends the client for one. Immutable, thread-safe. */
public final class RuleGuard {
    private final Rule rule;
    private final Challenge challenge;
    private final PassRequirement requirement;

    public RuleGuard(Rule rule, Challenge challenge, Clock clock) {
        this.rule = rule;
        this.challenge = challenge;
        this.requirement = new PassRequirement(rule, clock);
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
        if (requirement.admit(pass, request)) {
            chain.doFilter(pass != null && pass.isResuming() ? ResumedRequest.of(request) : request, response);
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
        return requirement.admit(Pass.in(request), request);
    }

    /** Sends the client for a check; what a form has done is done, so that it comes back to the address that it led to. */
    public void challengeAt(String address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        challenge.answerAt(address, rule, request, response);
    }
}
