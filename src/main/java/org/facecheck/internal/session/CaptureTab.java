package org.facecheck.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of a visit's errands a request of the capture page is about. Its ticket says so; without one, it is what the browser
 * was about to do when it was sent there.
 *
 * @param visit as it is now
 */
record CaptureTab(HttpServletRequest request, VerificationState visit) {
    /** The request attribute that carries the ticket's token on, also across an asynchronous dispatch. */
    private static final String TICKET = "org.facecheck.ticket";

    /** From now on, the request is about what this ticket is for. */
    static void carry(FormToken ticket, HttpServletRequest request) {
        request.setAttribute(TICKET, ticket.token());
    }

    Optional<PendingRequest> errand() {
        Optional<FormToken> ticket = ticket();
        return ticket.isPresent() ? visit.errand(ticket.get().errand()) : visit.pending(Initiator.of(request));
    }

    @Nullable
    String errandId() {
        return errand().map(PendingRequest::id).orElse(null);
    }

    /** The rule that asked last. */
    @Nullable
    String rule() {
        return ticket().map(FormToken::rule).orElse(visit.rule());
    }

    /** The rule that interrupted the errand, and the one that asked last. */
    Set<String> rules() {
        Set<String> rules = new LinkedHashSet<>();
        errand().ifPresent(errand -> rules.add(errand.wanted().rule()));
        Optional.ofNullable(rule()).ifPresent(rules::add);
        return rules;
    }

    private Optional<FormToken> ticket() {
        return request.getAttribute(TICKET) instanceof String token ? visit.ticket(token) : Optional.empty();
    }
}
