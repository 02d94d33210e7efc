package org.facecheck.internal.capture;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.facecheck.internal.caller.Referer;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.config.RuleName;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.rule.PassRequirement;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.Pass;
import org.facecheck.internal.session.RememberedRequest;
import org.facecheck.internal.session.RequestCache;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a person goes who needs no face check any more: to what they wanted, else back to the application's page that
 * showed the capture, else to the application's front page.
 */
final class PostCheckRedirect {
    private final Map<RuleName, PassRequirement> requirements;

    PostCheckRedirect(Collection<Rule> rules, Clock clock, boolean logsIn) {
        this.requirements =
                rules.stream().collect(Collectors.toMap(Rule::name, rule -> new PassRequirement(rule, clock, logsIn)));
    }

    /**
     * Goes on with what this request is about, where the session's pass is good enough for it; a remembered form is put back in
     * place.
     *
     * @return where the client goes now; empty for a person who needs a check
     */
    Optional<RequestTarget> proceed(HttpServletRequest request) {
        return proceedTo(target(request), request);
    }

    /** As {@link #proceed}, for the second of two clicks, when the first one's pass has just been given. */
    Optional<RequestTarget> proceedAfterOtherClick(HttpServletRequest request) {
        return proceedTo(targetAfterOtherClick(request), request);
    }

    private static Optional<RequestTarget> proceedTo(Optional<RequestTarget> target, HttpServletRequest request) {
        if (target.isPresent()) {
            requests(request).ifPresent(RequestCache::removeRequest);
        }
        return target;
    }

    /** Where the client would go now; empty for a person who needs a check. Changes nothing. */
    Optional<RequestTarget> target(HttpServletRequest request) {
        return target(request, front(request));
    }

    /** As {@link #target(HttpServletRequest)}, for the second of two clicks: it goes where the first one goes. */
    Optional<RequestTarget> targetAfterOtherClick(HttpServletRequest request) {
        Pass pass = Pass.in(request);
        Optional<RequestTarget> madeFor = pass == null ? Optional.empty() : pass.oneTimeTarget();
        return target(request, madeFor.orElseGet(() -> home(request)));
    }

    private Optional<RequestTarget> target(HttpServletRequest request, RequestTarget otherwise) {
        Pass pass = Pass.in(request);
        if (pass == null) {
            return Optional.empty();
        }
        Optional<RequestCache> requests = requests(request);
        Set<RuleName> asking = requests.map(RequestCache::rules).orElse(Set.of());
        Optional<RememberedRequest> wanted = requests.flatMap(RequestCache::getRequest);
        RequestTarget target = wanted.map(RememberedRequest::target).orElse(otherwise);
        return isEnough(pass, asking, wanted.orElse(null)) ? Optional.of(target) : Optional.empty();
    }

    private static Optional<RequestCache> requests(HttpServletRequest request) {
        return FaceCheckSession.existing(request).map(FaceCheckSession::requests);
    }

    /** Without a rule that asked, a pass is enough that any rule accepts; a rule that is no more accepts none. */
    private boolean isEnough(Pass pass, Set<RuleName> asking, @Nullable RememberedRequest wanted) {
        return asking.isEmpty()
                ? requirements.values().stream().anyMatch(rule -> rule.isMetBy(pass, wanted))
                : asking.stream().allMatch(name -> {
                    PassRequirement rule = requirements.get(name);
                    return rule != null && rule.isMetBy(pass, wanted);
                });
    }

    /**
     * Where a person goes who sent a picture and wanted nothing in particular. The page that sent it may be believed: only one of
     * this application has a form token to send.
     */
    static RequestTarget home(HttpServletRequest request) {
        return Referer.of(request)
                .map(Referer::address)
                .filter(address -> !address.equals(request.getRequestURI()))
                .flatMap(address -> RequestTarget.at(address, request))
                .orElseGet(() -> front(request));
    }

    private static RequestTarget front(HttpServletRequest request) {
        return new RequestTarget(request.getContextPath() + "/");
    }
}
