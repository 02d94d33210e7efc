package org.facecheck.login;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.facecheck.FaceCaller;
import org.facecheck.internal.challenge.Challenge;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.guard.TargetGuardFilter;
import org.facecheck.internal.rule.PassRequirement;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.Pass;

/**
 * What a rule's filter is to a rule, this is to the container's constraints: the container says what is protected, and asks here. It
 * asks before all filters, the target guard included. Immutable and thread-safe.
 */
final class ConstraintGuard {
    private final Rule rule;
    private final PassRequirement requirement;
    private final Challenge challenge;

    private ConstraintGuard(Rule rule, Challenge challenge) {
        this.rule = rule;
        this.requirement = new PassRequirement(rule, Clock.systemDefaultZone(), true);
        this.challenge = challenge;
    }

    /**
     * For an application that has started.
     *
     * @throws IllegalStateException where Facecheck has not: then nobody is let in
     */
    static ConstraintGuard of(ServletContext context) {
        if (context.getAttribute(FaceCheckConfig.class.getName()) instanceof FaceCheckConfig config) {
            return config.rules().stream()
                    .filter(rule -> rule.name().equals(Rule.CONSTRAINT))
                    .findFirst()
                    .map(rule -> new ConstraintGuard(
                            rule,
                            new Challenge(
                                    config.capture().path(), config.capture().rememberMaxBytes())))
                    .orElseThrow(() -> new IllegalStateException("facecheck.login is not \"container\" here"));
        }
        throw new IllegalStateException("Facecheck has not started in this application");
    }

    /** Who is logged in by the pass in the request's session. */
    Optional<FaceCaller> caller(HttpServletRequest request) {
        return Optional.ofNullable(Pass.in(request))
                .filter(pass -> requirement.isMetBy(pass, null))
                .map(Pass::caller);
    }

    /** Sends the client for a check; a target that may be read in two ways is refused, and not remembered. */
    void challenge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (TargetGuardFilter.isSuspicious(request)) {
            TargetGuardFilter.refuse(response);
            response.getWriter().close();
        } else {
            challenge.answer(rule, request, response);
            end(response);
        }
    }

    /**
     * Has the browser send a form again that a constraint had stopped, now that somebody is logged in. To be asked for a client
     * that is.
     *
     * @return whether that is the answer to this request
     */
    boolean resubmits(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Pass pass = Pass.in(request);
        if (pass == null || !pass.isResuming() || !request.getMethod().equals("GET")) {
            return false;
        }
        Optional<RequestTarget> target = RequestTarget.of(request);
        Optional<ResubmittedForm> form = target.flatMap(wanted -> FaceCheckSession.existing(request)
                .flatMap(session -> session.requests().takeFormOfConstraint(wanted))
                .map(sent -> new ResubmittedForm(wanted.text(), sent)));
        if (form.isPresent()) {
            form.get().write(response);
            end(response);
        }
        return form.isPresent();
    }

    /** As a whole: WildFly takes an error's status whose answer has not ended for one that lacks a page. */
    private static void end(HttpServletResponse response) throws IOException {
        response.getOutputStream().close();
    }
}
