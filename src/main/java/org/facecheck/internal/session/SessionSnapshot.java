package org.facecheck.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.facecheck.internal.caller.PrincipalName;
import org.jspecify.annotations.Nullable;

/**
 * Which session a request had at one moment, and which principal: what a check is admitted under, and concluded under. While a
 * request is under way, another one may change the session's id (a login, Jakarta Servlet 6.0, §13.10; the application by
 * {@code changeSessionId}), or end it. A container then shows the first request the same session under its new id, although
 * its client has never been told that id. So what was true at the admission is kept here and compared, and never asked for
 * later.
 *
 * <p>Immutable, for one request; it is not put into a session. The text form shows nothing of it: an id is a secret.
 */
public final class SessionSnapshot {
    /** {@code null} where the request had no session. */
    private final @Nullable String id;

    /** Of no meaning where the request had no session. */
    private final long creationTime;

    /** {@code null} where no principal was logged in. */
    private final @Nullable PrincipalName principal;

    private SessionSnapshot(@Nullable String id, long creationTime, @Nullable PrincipalName principal) {
        this.id = id;
        this.creationTime = creationTime;
        this.principal = principal;
    }

    /** The request's session and principal as they are now; begins no session. */
    public static SessionSnapshot of(HttpServletRequest request) {
        PrincipalName principal = PrincipalName.of(request).orElse(null);
        try {
            HttpSession session = request.getSession(false);
            return session == null
                    ? new SessionSnapshot(null, 0, principal)
                    : new SessionSnapshot(session.getId(), session.getCreationTime(), principal);
        } catch (IllegalStateException ended) {
            // Some containers still show a session that another request has ended, and say so when it is asked.
            return new SessionSnapshot(null, 0, principal);
        }
    }

    /**
     * The request as it is now, to be asked in its place while it waits: for its session, its principal, and what it says of its
     * client.
     */
    public static HttpServletRequest detach(HttpServletRequest request) {
        return new DetachedRequest(request);
    }

    /** The session's id, to tell sessions apart; a secret. Empty where the request had no session. */
    public Optional<String> id() {
        return Optional.ofNullable(id);
    }

    /** Whether the request had a session. */
    public boolean hasSession() {
        return id != null;
    }

    /**
     * Whether the request still has that session, under the same id. Its principal may be another one.
     *
     * @param request the one that this snapshot was made of, perhaps in a later dispatch
     */
    public boolean isSameSession(HttpServletRequest request) {
        SessionSnapshot now = of(request);
        return id != null && id.equals(now.id) && creationTime == now.creationTime;
    }

    /** Whether the request still has that session, under the same id and with the same principal. */
    public boolean isUnchanged(HttpServletRequest request) {
        return isSameSession(request)
                && Objects.equals(principal, PrincipalName.of(request).orElse(null));
    }

    /** The request's session, if all is as it was; never begins one. */
    public Optional<FaceCheckSession> unchanged(HttpServletRequest request) {
        // The view first: the id that it has seen is the one that is compared.
        Optional<FaceCheckSession> session = FaceCheckSession.existing(request);
        return isUnchanged(request) ? session : Optional.empty();
    }

    /**
     * What a session's steps can be locked by, in milliseconds since the epoch: it stays the same as long as the session lives,
     * while the id changes with the pass, and containers hand out several objects for one session (Jakarta Servlet 6.0, §7.7.1).
     * Sessions of the same millisecond share it.
     */
    public long creationTime() {
        return creationTime;
    }

    @Override
    public String toString() {
        return "SessionSnapshot";
    }

    /**
     * What a request was at one moment. The request itself must not be asked while it waits: it is not thread-safe (Servlet 6.0, §2.3.3.4), and Payara uses
     * its object for another client's request as soon as this one's client has left. Attributes that are set here stay here.
     *
     * <p>What is not kept throws UnsupportedOperationException.
     */
    private static final class DetachedRequest extends HttpServletRequestWrapper {
        /** By which the browser says who made it send the request, and where the person was. */
        private static final List<String> HEADERS = List.of("sec-fetch-site", "origin", "host", "referer");

        /** Few are set here, and a thousand of these may wait. */
        private static final int ATTRIBUTES = 2;

        private static final HttpServletRequest NOTHING = (HttpServletRequest) Proxy.newProxyInstance(
                DetachedRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, given) -> {
                    throw new UnsupportedOperationException(method.getName());
                });

        private final @Nullable HttpSession session;
        private final @Nullable Principal principal;
        private final String address;
        private final String contextPath;
        private final String uri;
        private final Map<String, String> headers;
        private final Map<String, Object> attributes = new ConcurrentHashMap<>(ATTRIBUTES);

        private DetachedRequest(HttpServletRequest request) {
            super(NOTHING);
            session = request.getSession(false);
            principal = request.getUserPrincipal();
            address = request.getRemoteAddr();
            contextPath = request.getContextPath();
            uri = request.getRequestURI();
            headers = HEADERS.stream()
                    .filter(name -> request.getHeader(name) != null)
                    .collect(Collectors.toUnmodifiableMap(name -> name, request::getHeader));
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            if (create && session == null) {
                throw new UnsupportedOperationException("no session begins while an upload waits");
            }
            return session;
        }

        @Override
        public @Nullable Principal getUserPrincipal() {
            return principal;
        }

        @Override
        public String getRemoteAddr() {
            return address;
        }

        @Override
        public String getContextPath() {
            return contextPath;
        }

        @Override
        public String getRequestURI() {
            return uri;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return attributes.get(name);
        }

        @Override
        public void setAttribute(String name, Object value) {
            attributes.put(name, value);
        }
    }
}
