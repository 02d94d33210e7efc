package org.facecheck.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionActivationListener;
import jakarta.servlet.http.HttpSessionEvent;
import java.io.Serializable;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import org.facecheck.FaceCaller;
import org.facecheck.KycIdentity;
import org.facecheck.internal.caller.PrincipalName;
import org.facecheck.internal.guard.RequestFingerprint;
import org.facecheck.internal.guard.RequestTarget;
import org.jspecify.annotations.Nullable;

/**
 * Proof that a face check was passed in this session. A value, not a flag: whether it is good for a request is asked of it
 * each time. Immutable but for the id of its session, and thread-safe; the text form shows no personal data.
 *
 * <p>Some containers give a session another id when they bring it back after a restart: WildFly does with {@code
 * persistent-sessions}. The pass goes with it, since both events come from the container, and none of them at a login.
 *
 * <p>A class with named fields that hold JDK types and the identity, since another version may read it ({@code package-info}).
 * Whichever field is missing then, the pass is good for less and never for more.
 */
public final class Pass implements Serializable, HttpSessionActivationListener, KycIdentity.Bearer {
    private static final long serialVersionUID = 1L;

    /** Long ago for every rule; and what a missing time is read as. */
    private static final long NEVER = 0;

    /** How far clocks in a cluster may differ before a pass from the future is doubted. */
    private static final long CLOCK_SKEW_MILLIS = 60_000;

    private final KycIdentity identity;
    /** In milliseconds since the epoch. */
    private final long verifiedAt;

    /** Which one gave it: in a session that it has in common with another one, the pass is none of the other's. */
    private final @Nullable String application;

    /**
     * Of the session, when the pass was given. Who logs in gets a new id, perhaps the same principal after a logout, and has to be
     * checked again. Compared, since not every container tells a listener of it: WildFly 26 does not. Another one only where
     * the container brings the session back under it.
     */
    private volatile @Nullable String sessionId;
    /** Whether it was its session's when the container laid that session by. */
    private volatile boolean laidBy;

    private final @Nullable String principal;
    /** Says that there was no principal, so that one whose field is missing is not taken for none. */
    private final boolean anonymous;
    /** {@code null} once a one-time rule has used it up, or where nothing had been interrupted. */
    private final @Nullable String oneTimeTarget;
    /** Of the one request that a one-time rule lets through, {@code null} where it lets none through. */
    private final @Nullable String oneTimeFingerprint;

    private final boolean resuming;

    /** Who was logged in by it; {@code null} where nobody was, or where another version has stored it. */
    private final @Nullable FaceCaller caller;

    /**
     * A pass for a check that was made just now.
     *
     * @param identity who was verified
     * @param verifiedAt when, in milliseconds since the epoch
     * @param application as {@link SessionLimits#application} is
     * @param sessionId of the session that it is given in
     * @param principal who was logged in then, {@code null} where no principal was
     * @param madeFor the request for which the check was made, {@code null} where nothing was interrupted
     * @param resuming whether some remembered form is still to be put back in place
     * @param caller who is logged in by it, {@code null} where nobody is
     */
    public Pass(
            KycIdentity identity,
            long verifiedAt,
            String application,
            String sessionId,
            @Nullable PrincipalName principal,
            @Nullable RememberedRequest madeFor,
            boolean resuming,
            @Nullable FaceCaller caller) {
        this(
                identity,
                verifiedAt,
                application,
                sessionId,
                principal == null ? null : principal.text(),
                principal == null,
                madeFor == null ? null : madeFor.target().text(),
                madeFor == null
                        ? null
                        : madeFor.fingerprint().map(RequestFingerprint::text).orElse(null),
                resuming,
                caller);
    }

    private Pass(
            KycIdentity identity,
            long verifiedAt,
            @Nullable String application,
            @Nullable String sessionId,
            @Nullable String principal,
            boolean anonymous,
            @Nullable String oneTimeTarget,
            @Nullable String oneTimeFingerprint,
            boolean resuming,
            @Nullable FaceCaller caller) {
        this.identity = identity;
        this.verifiedAt = verifiedAt;
        this.application = application;
        this.sessionId = sessionId;
        this.principal = principal;
        this.anonymous = anonymous;
        this.oneTimeTarget = oneTimeTarget;
        this.oneTimeFingerprint = oneTimeFingerprint;
        this.resuming = resuming;
        this.caller = caller;
    }

    /**
     * The pass in the request's session, {@code null} where there is none, where another application gave it, or where another
     * principal is logged in now. Outdated where the session's id is another one now. Where its person has logged in to another
     * session since, and may be so in one only, it is taken away. A good one allocates nothing, since every request to a protected
     * route asks, unless people may be logged in to one session only.
     */
    public static @Nullable Pass in(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(KycIdentity.SESSION_ATTRIBUTE) instanceof Pass pass)
                || !pass.isFor(request.getUserPrincipal())) {
            return null;
        }
        if (!pass.isOf(session)) {
            new SessionStore(session).endSuperseded();
            return null;
        }
        return session.getId().equals(pass.sessionId) ? pass : pass.outdated();
    }

    /** Whether the login of this pass has been ended by one in another session of the same application. */
    boolean isSuperseded(SessionLimits limits) {
        return isGivenIn(limits) && isLoginOver(limits);
    }

    private boolean isGivenIn(SessionLimits limits) {
        return limits.application().equals(application);
    }

    private boolean isLoginOver(SessionLimits limits) {
        return caller != null && limits.isSuperseded(caller, sessionId);
    }

    /** Tells that who was logged in by it is so no more. */
    void loggedOut(SessionLimits limits) {
        if (caller != null) {
            limits.logOut(caller, sessionId);
        }
    }

    /** Whether the check is no longer ago than {@code maxAge}, at {@code now} in milliseconds since the epoch. */
    public boolean isFresh(Duration maxAge, long now) {
        long age = now - verifiedAt;
        return age >= -CLOCK_SKEW_MILLIS && age <= maxAge.toMillis();
    }

    /** Who is logged in by it, {@code null} where nobody is. */
    public @Nullable FaceCaller caller() {
        return caller;
    }

    /** Whether it was given to a principal of the container's. */
    public boolean isOfPrincipal() {
        return !anonymous;
    }

    /** Who was verified. */
    public KycIdentity identity() {
        return identity;
    }

    /** Whether a one-time rule may still use it up for this request. A pass that does not say for which is good for none. */
    public boolean isGoodOnceFor(RequestFingerprint sent) {
        return sent.text().equals(oneTimeFingerprint);
    }

    /** The target for which the check was made, until a one-time rule has used it up. */
    public Optional<RequestTarget> oneTimeTarget() {
        return Optional.ofNullable(oneTimeTarget).flatMap(RequestTarget::parse);
    }

    /** Whether some remembered form is still to be put back in place. */
    public boolean isResuming() {
        return resuming;
    }

    @Override
    public boolean isOf(HttpSession session) {
        SessionLimits limits = SessionLimits.in(session.getServletContext());
        return isGivenIn(limits) && !isLoginOver(limits);
    }

    @Override
    public Optional<KycIdentity> identityFor(@Nullable Principal loggedIn) {
        return isFor(loggedIn) ? Optional.of(identity) : Optional.empty();
    }

    /** As the guard sees it where it stands before the filter that wraps the request: it asks the container's own request. */
    @Override
    public Optional<KycIdentity> identityFor(HttpServletRequest request) {
        Optional<KycIdentity> direct = identityFor(request.getUserPrincipal());
        if (direct.isPresent()
                || !(request instanceof HttpServletRequestWrapper)
                || request.getUserPrincipal() instanceof FaceCaller) {
            return direct;
        }
        HttpServletRequest own = unwrapped(request);
        HttpSession session = own.getSession(false);
        return session != null && session.getId().equals(sessionId)
                ? identityFor(own.getUserPrincipal())
                : Optional.empty();
    }

    private static HttpServletRequest unwrapped(HttpServletRequest request) {
        HttpServletRequest own = request;
        while (own instanceof HttpServletRequestWrapper wrapper
                && wrapper.getRequest() instanceof HttpServletRequest inner) {
            own = inner;
        }
        return own;
    }

    @Override
    public void sessionWillPassivate(HttpSessionEvent event) {
        laidBy = event.getSession().getId().equals(sessionId);
    }

    /**
     * Takes the new id of a session that the container has begun just now to bring back an old one. In one that is older, an
     * id that is not the pass's is that of a login.
     */
    @Override
    public void sessionDidActivate(HttpSessionEvent event) {
        HttpSession now = event.getSession();
        if (laidBy && !now.getId().equals(sessionId) && now.isNew()) {
            sessionId = now.getId();
        }
        laidBy = false;
    }

    Pass usedUp() {
        return new Pass(
                identity, verifiedAt, application, sessionId, principal, anonymous, null, null, resuming, caller);
    }

    Pass resuming(boolean forms) {
        return new Pass(
                identity,
                verifiedAt,
                application,
                sessionId,
                principal,
                anonymous,
                oneTimeTarget,
                oneTimeFingerprint,
                forms,
                caller);
    }

    /** Of it, only who it was is left, for a binding to compare. */
    private Pass outdated() {
        return new Pass(identity, NEVER, application, null, principal, anonymous, null, null, false, caller);
    }

    /**
     * Compares names as they are: a wrapper would cost every request an allocation. A principal that this very pass has made is
     * none of the container's.
     */
    private boolean isFor(@Nullable Principal now) {
        if (identity == null) {
            return false;
        }
        if (now == null || now instanceof FaceCaller) {
            return anonymous && (now == null || now.equals(caller));
        }
        return now.getName().equals(principal);
    }

    @Override
    public String toString() {
        return "Pass[verifiedAt=%d]".formatted(verifiedAt);
    }
}
