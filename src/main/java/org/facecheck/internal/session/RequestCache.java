package org.facecheck.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.facecheck.internal.caller.Initiator;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.config.RuleName;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.session.RememberedRequest.Form;

/**
 * Saves the request that a check interrupts and gives it back after the pass, as request caches do, with three differences.
 * Several are kept, one for each tab; which of them is meant, the token says that the capture page's request is bound to. A
 * form is given back once, and to the principal that sent it only. All of it stays in the session.
 */
public final class RequestCache {
    private final HttpServletRequest request;
    private final SessionStore store;

    RequestCache(HttpServletRequest request, SessionStore store) {
        this.request = request;
        this.store = store;
    }

    /**
     * Keeps what was interrupted, for the capture page that this browser is sent to next.
     *
     * @return whether there was room for it; its rule is noted at any rate
     */
    public boolean saveRequest(RememberedRequest interrupted) {
        PendingRequest pending = PendingRequest.of(interrupted, Initiator.of(request));
        boolean kept = store.limits().remembered().take(pending);
        store.change(state -> kept ? state.interrupted(pending) : state.askedBy(interrupted.rule()));
        return kept;
    }

    /** Notes which rule asks for a check, where the request itself is not kept. What is kept already stays. */
    public void noteRule(RuleName rule) {
        store.change(state -> state.askedBy(rule));
    }

    /** What this request's capture page leads to, if anything was interrupted. */
    public Optional<RememberedRequest> getRequest() {
        return pending(store.verification()).map(PendingRequest::request);
    }

    /** The rules that a pass has to be good for on this request's capture page: which interrupted, and which asked last. */
    public Set<RuleName> rules() {
        return store.verification().rules(FormToken.boundTo(request), Initiator.of(request));
    }

    /**
     * Takes the form out of the session that waits for this target, if there is a pass and no other site has made the browser
     * ask. It is given to the principal that sent it; for another one it is thrown away.
     */
    public Optional<Form> takeMatchingForm(RequestTarget target) {
        return take(target, (pass, waiting) -> !isOfConstraint(waiting), UnaryOperator.identity());
    }

    /**
     * As {@link #takeMatchingForm}, for a form that a constraint of the container's has stopped. No other may take it: the container
     * has to be asked once more whether this person may send it, since a constraint may hold for POST alone.
     */
    public Optional<Form> takeFormOfConstraint(RequestTarget target) {
        return take(target, (pass, waiting) -> isOfConstraint(waiting), UnaryOperator.identity());
    }

    private static boolean isOfConstraint(RememberedRequest waiting) {
        return waiting.rule().equals(Rule.CONSTRAINT);
    }

    /**
     * As {@link #takeMatchingForm}, for a one-time rule: takes only the form for which the session's check was made, and uses
     * the check up in the same step. Where it is not there to be taken, the check stays as it is.
     */
    public Optional<Form> takeFormOfCheck(RequestTarget target) {
        return take(
                target,
                (pass, waiting) -> !isOfConstraint(waiting)
                        && waiting.fingerprint().filter(pass::isGoodOnceFor).isPresent(),
                Pass::usedUp);
    }

    private Optional<Form> take(
            RequestTarget target, BiPredicate<Pass, RememberedRequest> isMeant, UnaryOperator<Pass> use) {
        return store.alone(() -> {
            Pass pass = Pass.in(request);
            if (pass == null || Initiator.of(request) != Initiator.SELF) {
                return Optional.empty();
            }
            Optional<PendingRequest> waiting =
                    store.verification().resumable(target, remembered -> isMeant.test(pass, remembered));
            if (waiting.isEmpty()) {
                return Optional.empty();
            }
            VerificationState after = store.change(state -> state.resumed(waiting.get()));
            store.put(use.apply(pass).resuming(after.isResuming()));
            RememberedRequest remembered = waiting.get().request();
            return remembered.isOfPrincipalOf(request) ? remembered.form() : Optional.empty();
        });
    }

    /**
     * Ends the wait of what this request's capture page is about, where the pass that is there is good enough for it: nothing
     * leads there any more, but its form, if there is one, may be taken. Does nothing without a pass.
     */
    public void removeRequest() {
        store.alone(() -> {
            Pass pass = Pass.in(request);
            if (pass != null) {
                VerificationState after =
                        store.change(state -> state.passed(pending(state).orElse(null)));
                store.put(pass.resuming(after.isResuming()));
            }
            return pass;
        });
    }

    /** A token for a page that is shown for what this request is about. */
    IssuedToken issue(FormToken token, VerificationState state) {
        PendingRequest pending = pending(state).orElse(null);
        return IssuedToken.issue(token, pending, state.askingRule(FormToken.boundTo(request)), Initiator.of(request));
    }

    private Optional<PendingRequest> pending(VerificationState state) {
        return state.pending(FormToken.boundTo(request), Initiator.of(request));
    }
}
