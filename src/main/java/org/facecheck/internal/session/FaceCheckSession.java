package org.facecheck.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.facecheck.FaceCaller;
import org.facecheck.KycIdentity;
import org.facecheck.internal.caller.ComparableText;
import org.facecheck.internal.caller.Initiator;
import org.facecheck.internal.caller.PrincipalName;
import org.facecheck.internal.guard.RequestFingerprint;
import org.facecheck.internal.guard.RequestTarget;
import org.jspecify.annotations.Nullable;

/**
 * One request's view of its HTTP session: the tokens of the capture pages that are open, and the pass. What was interrupted is
 * in its {@link RequestCache}, what is counted in {@link SessionAttempts}.
 */
public final class FaceCheckSession {
    private final HttpServletRequest request;
    /** The session's id when this view of it was made. */
    private final String id;

    private final SessionStore store;
    private final RequestCache requests;

    private FaceCheckSession(HttpServletRequest request, SessionStore store) {
        this.request = request;
        this.id = store.session().getId();
        this.store = store;
        this.requests = new RequestCache(request, store);
    }

    /** The request's session, begun if there is none; one that is begun here ends soon, unless there is a pass or a login. */
    public static FaceCheckSession of(HttpServletRequest request) {
        return new FaceCheckSession(request, SessionStore.of(request));
    }

    /** The request's session, if one has begun. */
    public static Optional<FaceCheckSession> existing(HttpServletRequest request) {
        return SessionStore.existing(request).map(store -> new FaceCheckSession(request, store));
    }

    /** What was interrupted in this session. */
    public RequestCache requests() {
        return requests;
    }

    /** A new token for one capture page, which holds on to what this request is about; binds the request to it. */
    public FormToken issueToken() {
        FormToken token = FormToken.random();
        store.change(state -> state.issued(requests.issue(token, state)));
        token.bindTo(request);
        return token;
    }

    /** What {@link #redeem} would say now; changes nothing. */
    public FormToken.Status statusOf(FormToken token) {
        return store.verification().issued(token).map(IssuedToken::status).orElse(FormToken.Status.UNKNOWN);
    }

    /**
     * Binds the request to what this token's page is for, where the token was issued in this session, used or not: that is
     * what {@link #requests} answers about from now on. The token stays as good as it is.
     */
    public FormToken.Status bind(FormToken token) {
        FormToken.Status status = statusOf(token);
        if (status != FormToken.Status.UNKNOWN) {
            token.bindTo(request);
        }
        return status;
    }

    /**
     * Uses a token up, and binds the request to it. Of several requests with the same token, one finds it valid.
     *
     * @return what the token was before
     */
    public FormToken.Status redeem(FormToken token) {
        return store.alone(() -> {
            FormToken.Status status = bind(token);
            if (status == FormToken.Status.VALID) {
                store.change(state -> state.redeemed(token));
            }
            return status;
        });
    }

    /**
     * Leaves a pass behind and gives the session a new id, so that an id that was planted or overheard before is worth
     * nothing after (session fixation). What other tabs want stays as it is.
     *
     * <p>Where another request has given the session a new id since this view of it was made, the session is ended: this
     * request's answer has the cookie of a session by now that may be another client's.
     *
     * <p>Where the pass logs in somebody else than was logged in to this session before, the session is ended with all that it
     * holds of the other person, the application's data and the forms that wait included, and a new one begins.
     *
     * @param caller who is logged in by it, {@code null} where nobody is
     * @param now in milliseconds since the epoch
     * @return where to go on, empty where nothing was interrupted
     * @throws IllegalStateException where the session has ended, by this or otherwise; there is no pass then
     */
    public Optional<RequestTarget> grant(KycIdentity identity, @Nullable FaceCaller caller, long now) {
        boolean isOtherPerson = caller != null && store.wasOf(caller);
        Optional<RememberedRequest> madeFor = store.alone(() -> {
            Optional<RememberedRequest> interrupted = requests.getRequest();
            // The id first: the pass holds for the new one.
            if (!id.equals(FaceCheckSessionListener.changeId(request))) {
                store.session().invalidate();
                throw new IllegalStateException("another request has changed the session's id");
            }
            if (!isOtherPerson) {
                put(identity, caller, now, interrupted, store);
            }
            return interrupted;
        });
        if (!isOtherPerson) {
            return madeFor.map(RememberedRequest::target);
        }
        // Outside of the lock of the session that ends: the other one has a lock of its own.
        store.session().invalidate();
        Optional<RememberedRequest> page =
                madeFor.filter(interrupted -> interrupted.form().isEmpty());
        put(identity, caller, now, page, SessionStore.of(request));
        return page.map(RememberedRequest::target);
    }

    private void put(
            KycIdentity identity,
            @Nullable FaceCaller caller,
            long now,
            Optional<RememberedRequest> madeFor,
            SessionStore to) {
        to.grant(new Pass(
                identity,
                now,
                to.limits().application(),
                to.session().getId(),
                PrincipalName.of(request).orElse(null),
                madeFor.orElse(null),
                false,
                caller));
        to.limits().passes().granted(to.session().getId());
        to.forgetAttempts();
        to.handOver();
        if (caller != null) {
            to.logIn(caller);
        }
        new RequestCache(request, to).removeRequest();
    }

    /** As {@link #grant(KycIdentity, FaceCaller, long)}, where the face logs nobody in. */
    public Optional<RequestTarget> grant(KycIdentity identity, long now) {
        return grant(identity, null, now);
    }

    /**
     * Notes who the person at this browser says that they are. It proves nothing, and counts until somebody is logged in. Whoever
     * is logged in and does not have this name is logged out.
     */
    public void claim(String name) {
        store.alone(() -> {
            if (claimed(request)
                    .filter(known -> ComparableText.of(known.text()).equals(ComparableText.of(name)))
                    .isEmpty()) {
                store.logOut();
                store.claim(name);
            }
            return name;
        });
    }

    /**
     * Who is to be checked at this browser: who was logged in by the last check, else who the person says that they are. Empty
     * where neither is known, and where a principal of the container's is there.
     */
    public static Optional<PrincipalName> claimed(HttpServletRequest request) {
        if (PrincipalName.of(request).isPresent()) {
            return Optional.empty();
        }
        try {
            Pass pass = Pass.in(request);
            FaceCaller caller = pass == null ? null : pass.caller();
            SessionStore store = SessionStore.existing(request).orElse(null);
            String known = caller != null ? caller.getName() : store == null ? null : store.claimed();
            return known == null ? Optional.empty() : Optional.of(new PrincipalName(known));
        } catch (IllegalStateException ended) { // by another request; some containers still show the session
            return Optional.empty();
        }
    }

    /** Ends pass and identity. What the application keeps is its own, and ends where somebody else logs in. */
    public void logout() {
        store.logOut();
    }

    /** Ends pass and identity, and the session with all that the application keeps in it. */
    public void end() {
        store.logOut();
        store.session().invalidate();
    }

    /**
     * Uses the check up that was made for this very request, for a one-time rule. What is another request, or comes from
     * another site, leaves it as it is: neither may take it, nor keep the person from using it.
     *
     * @param sent of this request
     * @return whether it was there to be used; of several requests, the first one finds it
     */
    public boolean useUpPass(RequestFingerprint sent) {
        return store.alone(() -> {
            Pass pass = Pass.in(request);
            if (pass == null || !pass.isGoodOnceFor(sent) || Initiator.of(request) != Initiator.SELF) {
                return false;
            }
            store.put(pass.usedUp());
            return true;
        });
    }
}
