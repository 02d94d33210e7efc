package org.facecheck.internal.rule;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.facecheck.FaceCaller;
import org.facecheck.internal.session.FaceCheckSession;
import org.jspecify.annotations.Nullable;

/**
 * A request behind a rule, as the application sees it where the face is the login: with the person as its principal (Jakarta
 * Servlet 6.0, §13.3). A principal of the container's comes first in each answer, whenever it appears: {@code login} may be
 * called in the middle of a request.
 *
 * <p>Like any request, for one thread at a time.
 */
final class CallerRequest extends HttpServletRequestWrapper {
    /** What {@code getAuthType} says; the specification leaves names to containers (§13.3). */
    private static final String FACE = "FACE";

    private final ServletResponse response;
    /** {@code null} after a logout. */
    private @Nullable FaceCaller caller;

    private CallerRequest(HttpServletRequest request, ServletResponse response, FaceCaller caller) {
        super(request);
        this.response = response;
        this.caller = caller;
    }

    /**
     * The request with this caller; itself where it has a principal already, the container's or, in a forward, this one.
     *
     * @param caller {@code null} where the pass was given to a principal of the container's
     */
    static HttpServletRequest of(
            HttpServletRequest request, HttpServletResponse response, @Nullable FaceCaller caller) {
        return caller == null || request.getUserPrincipal() != null
                ? request
                : new CallerRequest(request, response, caller);
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        Principal containers = super.getUserPrincipal();
        return containers == null ? caller : containers;
    }

    @Override
    public @Nullable String getRemoteUser() {
        Principal principal = getUserPrincipal();
        return principal == null ? null : principal.getName();
    }

    @Override
    public boolean isUserInRole(String role) {
        FaceCaller now = caller;
        if (now == null || super.getUserPrincipal() != null) {
            return super.isUserInRole(role);
        }
        return now.isInRole(role);
    }

    @Override
    public @Nullable String getAuthType() {
        boolean isOurs = super.getUserPrincipal() == null && caller != null;
        return isOurs ? FACE : super.getAuthType();
    }

    /** Who is logged in needs no container's dialogue (§13.3). */
    @Override
    public boolean authenticate(HttpServletResponse answer) throws IOException, ServletException {
        return getUserPrincipal() != null || super.authenticate(answer);
    }

    /**
     * Ends pass and identity, and a login of the container's that this request has made besides. A container that has nobody to log
     * out may throw, as Jetty does.
     */
    @Override
    public void logout() throws ServletException {
        caller = null;
        FaceCheckSession.existing(this).ifPresent(FaceCheckSession::logout);
        if (super.getUserPrincipal() != null) {
            super.logout();
        }
    }

    /** With this request: a thread of the application's, and its dispatch, would else have one without the principal. */
    @Override
    public AsyncContext startAsync() {
        return super.startAsync(this, response);
    }
}
