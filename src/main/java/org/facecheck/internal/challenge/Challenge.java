package org.facecheck.internal.challenge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.facecheck.internal.caller.Initiator;
import org.facecheck.internal.caller.PrincipalName;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.RememberedRequest;
import org.facecheck.internal.session.RequestCache;
import org.jspecify.annotations.Nullable;

/**
 * Sends an unverified client for a face check, in the form that its kind understands, and remembers in the session what the
 * client wanted, where the client can come back to it. Immutable and thread-safe.
 *
 * <p>What is remembered, and in which order with the answer, matters: a session is begun only for a client that can use it,
 * so that scripts without cookies cost no memory.
 */
public final class Challenge {
    private static final System.Logger LOG = System.getLogger("org.facecheck");

    private final String capturePath;
    private final FormBodyReader formBody;

    /**
     * Remembers nothing yet.
     *
     * @param capturePath where the capture page is served, below the context path
     * @param rememberMaxBytes how large a form's body may be to be kept
     */
    public Challenge(String capturePath, int rememberMaxBytes) {
        this.capturePath = capturePath;
        this.formBody = new FormBodyReader(rememberMaxBytes);
    }

    /** Answers a request that the rule does not let pass. */
    public void answer(Rule rule, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ChallengeWriter writer = writer(request, response);
        switch (ClientKind.of(request)) {
            case NAVIGATION -> {
                remember(RequestTarget.of(request), rule, request, null);
                writer.seeOther();
            }
            case FORM -> answerForm(rule, request, writer);
            case FACES_PARTIAL -> {
                remember(GuardedPage.of(rule, request, response), rule, request, null);
                writer.facesRedirect();
            }
            case SCRIPT -> {
                noteRule(rule, request);
                writer.unauthorized(rule);
            }
            case WEBSOCKET -> writer.unauthorized(rule);
        }
    }

    /** For something that a form led to after it had been taken: an address to go to, in the form's place. */
    public void answerAt(String address, Rule rule, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (ClientKind.of(request) != ClientKind.FORM) {
            answer(rule, request, response);
            return;
        }
        ChallengeWriter writer = writer(request, response);
        remember(RequestTarget.at(address, request), rule, request, null);
        writer.seeOther();
    }

    private ChallengeWriter writer(HttpServletRequest request, HttpServletResponse response) {
        return ChallengeWriter.to(request.getContextPath() + capturePath, response);
    }

    /**
     * A form from another website is not kept: the author of that page would choose what is sent in the person's name after
     * the check (cross-site request forgery), which the application's own token may not prevent for the first request.
     */
    private void answerForm(Rule rule, HttpServletRequest request, ChallengeWriter writer) throws IOException {
        if (Initiator.of(request) == Initiator.OTHER_SITE) {
            noteRule(rule, request);
            writer.formNotKept("it comes from another website", rule);
            return;
        }
        Optional<RememberedRequest.Form> form;
        try {
            form = formBody.read(request);
        } catch (IOException incomplete) { // without its message: containers put into it what they like
            LOG.log(System.Logger.Level.INFO, "a form did not arrive as a whole, and was not kept");
            writer.formIncomplete();
            return;
        }
        if (form.isEmpty()) {
            FaceCheckSession.of(request).requests().noteRule(rule.name());
            writer.formNotKept("it is too large, or sends files", rule);
        } else if (remember(RequestTarget.of(request), rule, request, form.get())) {
            writer.seeOther();
        } else {
            writer.formNotKept("there is no room for it", rule);
        }
    }

    /**
     * Notes in a session that is there which rule asked. Else the capture page would send a client on at once whose pass is
     * good enough for other rules. No session is begun for it.
     */
    private static void noteRule(Rule rule, HttpServletRequest request) {
        FaceCheckSession.existing(request)
                .ifPresent(session -> session.requests().noteRule(rule.name()));
    }

    /**
     * Keeps where to come back to.
     *
     * @param target empty where nothing may be sent back as an address
     * @param form what the client sent, {@code null} for a navigation
     * @return whether there was a target, and room for it
     */
    private static boolean remember(
            Optional<RequestTarget> target,
            Rule rule,
            HttpServletRequest request,
            RememberedRequest.@Nullable Form form) {
        RequestCache requests = FaceCheckSession.of(request).requests();
        if (target.isEmpty()) {
            requests.noteRule(rule.name());
            return false;
        }
        return requests.saveRequest(new RememberedRequest(
                target.get(), rule.name(), PrincipalName.of(request).orElse(null), form));
    }
}
