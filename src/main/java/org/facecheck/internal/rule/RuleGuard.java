package org.facecheck.internal.rule;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.facecheck.internal.challenge.Challenge;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.guard.RuleProbe;
import org.facecheck.internal.guard.TargetGuardFilter;
import org.facecheck.internal.session.Pass;

/**
 * Decides for one rule: a request with a pass that is good for the rule goes on, any other client is sent for a face check.
 * Immutable and thread-safe. With a good pass it allocates nothing and looks at one session attribute; where the face is the
 * login, it allocates one object.
 */
public final class RuleGuard {
    private final Rule rule;
    private final Challenge challenge;
    private final PassRequirement requirement;
    private final boolean logsIn;

    /** A guard that shows nobody to the application. */
    public RuleGuard(Rule rule, Challenge challenge, Clock clock) {
        this(rule, challenge, clock, false);
    }

    /** @param logsIn whether the application sees who was verified as the request's principal */
    public RuleGuard(Rule rule, Challenge challenge, Clock clock, boolean logsIn) {
        this.rule = rule;
        this.challenge = challenge;
        this.requirement = new PassRequirement(rule, clock, logsIn);
        this.logsIn = logsIn;
    }

    /**
     * Lets the request go on along the chain, or answers it. The order of the questions is part of the protection:
     *
     * <ol>
     *   <li>a probe is told that this rule was matched, and goes on to its end: it shows nothing of the page;
     *   <li>a good pass opens, and brings a form that a check had interrupted;
     *   <li>an exemption opens without a pass;
     *   <li>a target that may be read in two ways is refused and not remembered; the target guard may stand behind this
     *       filter (Payara turns the order round in which filters were added);
     *   <li>all others are challenged. Not in an include, which may set neither status nor headers (Servlet 6.0, §9.3), and
     *       not where the answer has begun: there, the protected part is left out.
     * </ol>
     */
    public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RuleProbe probe = RuleProbe.in(request);
        if (probe != null) {
            probe.reached(rule, ExemptionFilter.isExempt(rule, request, chain));
            chain.doFilter(request, response);
            return;
        }
        Pass pass = Pass.in(request);
        HttpServletRequest admitted = requirement.admit(pass, request, response);
        if (admitted != null) {
            chain.doFilter(
                    logsIn && pass != null ? CallerRequest.of(admitted, response, pass.caller()) : admitted, response);
        } else if (ExemptionFilter.isExempt(rule, request, chain)) {
            chain.doFilter(request, response);
        } else if (TargetGuardFilter.isSuspicious(request)) {
            TargetGuardFilter.refuse(response);
        } else if (request.getDispatcherType() != DispatcherType.INCLUDE && !response.isCommitted()) {
            challenge.answer(rule, request, response);
        }
    }

    /**
     * Admits a request to something that it came to without passing this rule's filter, and uses up the check of a one-time
     * rule for it. No form is put back in place: the request is being worked on.
     *
     * @return whether it was admitted; where it was not, nothing has been answered yet
     */
    public boolean admit(HttpServletRequest request) {
        return requirement.admitAsSent(Pass.in(request), request);
    }

    /** Sends the client for a check; what a form has done is done, so that it comes back to the address that it led to. */
    public void challengeAt(String address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        challenge.answerAt(address, rule, request, response);
    }
}
