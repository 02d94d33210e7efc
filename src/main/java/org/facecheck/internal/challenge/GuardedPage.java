package org.facecheck.internal.challenge;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.facecheck.internal.caller.Referer;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.guard.RuleProbe;

/**
 * The page that a person is on whose script asks for a part of it, to come back to after the check. The script's own request is
 * none to come back to: it is a POST, and its answer is no page.
 */
final class GuardedPage {
    private GuardedPage() {}

    /**
     * The page that the browser names, if it is of this application and the container finds that the same rule guards it.
     * Empty where any of this is not known.
     */
    static Optional<RequestTarget> of(Rule rule, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<RequestTarget> page = Referer.of(request)
                .filter(referer -> referer.isOfSameOrigin(request))
                .flatMap(referer -> RequestTarget.at(referer.address(), request));
        return page.isPresent() && isGuarded(page.get(), rule, request, response) ? page : Optional.empty();
    }

    private static boolean isGuarded(
            RequestTarget page, Rule rule, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = page.path().substring(request.getContextPath().length());
        // Servers differ in whether they decode a dispatcher's path, so that one that has to be decoded is not asked
        // for.
        if (path.indexOf('%') >= 0 || path.indexOf(';') >= 0) {
            return false;
        }
        try {
            return RuleProbe.rulesOf(List.of(path), request, response).contains(rule);
        } catch (ServletException unknown) {
            return false;
        }
    }
}
