package org.facecheck.internal.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.facecheck.FaceCheckEventBuilder;
import org.facecheck.internal.caller.PrincipalName;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.config.RuleName;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.RememberedRequest;
import org.facecheck.internal.session.RequestCache;

/**
 * What an audit entry tells of the request that it is about: by whom it was made, and what it was made for.
 *
 * @param rules the configured ones, of which the entry says whether they ask for a check each time
 */
public record RequestFacts(List<Rule> rules) {

    /** Copies the list. */
    public RequestFacts {
        rules = List.copyOf(rules);
    }

    /** Adds what the request itself says. */
    FaceCheckEventBuilder ofRequest(HttpServletRequest request, FaceCheckEventBuilder event) {
        return event.principal(
                        PrincipalName.of(request).map(PrincipalName::text).orElse(null))
                // As it is, and not its network: an auditor compares it with other logs.
                .clientAddress(request.getRemoteAddr());
    }

    /** Adds what the request says, and what its session has kept of the request that was interrupted. */
    FaceCheckEventBuilder of(HttpServletRequest request, FaceCheckEventBuilder event) {
        ofRequest(request, event);
        try {
            FaceCheckSession.existing(request)
                    .map(FaceCheckSession::requests)
                    .ifPresent(requests -> addInterrupted(requests, event));
        } catch (IllegalStateException ended) {
            // Another request has ended the session: nothing more is known, and the entry is needed all the same.
        }
        return event;
    }

    private void addInterrupted(RequestCache requests, FaceCheckEventBuilder event) {
        Optional<RememberedRequest> interrupted = requests.getRequest();
        interrupted.map(remembered -> remembered.target().path()).ifPresent(event::requestedPath);
        // Where the request itself was not kept, as a script's is not, the rule is.
        interrupted
                .map(RememberedRequest::rule)
                .or(() -> requests.rules().stream().findFirst())
                .ifPresent(rule -> event.rule(rule.text()).oneTime(isOneTime(rule)));
    }

    private boolean isOneTime(RuleName name) {
        return rules.stream().anyMatch(rule -> rule.name().equals(name) && rule.oneTime());
    }
}
