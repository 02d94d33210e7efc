package org.facecheck.login;

import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.facecheck.FaceCaller;
import org.facecheck.internal.session.FaceCheckSession;
import org.jspecify.annotations.Nullable;

/**
 * The login by the face, as the container asks for it (Jakarta Security 3.0, §2): before each request, and nothing of the answer is
 * kept by the container. Who is logged in is what the pass in the session says at that moment; so a pass that is taken away, too
 * old, or another person's, logs in nobody.
 *
 * <p>Thread-safe. Not declared as a bean: {@link FaceLoginExtension} does so, with the key.
 */
public class FaceMechanism implements HttpAuthenticationMechanism {
    private volatile @Nullable ConstraintGuard guard;

    /** For CDI. */
    public FaceMechanism() {}

    /**
     * Says who is logged in; where nobody is and the container wants somebody, sends the client for a check, as a rule does.
     *
     * @return {@code SEND_CONTINUE} where the answer has been written
     */
    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        ConstraintGuard guards = guard(request);
        try {
            Optional<FaceCaller> caller = guards.caller(request);
            if (caller.isPresent()) {
                return guards.resubmits(request, response)
                        ? AuthenticationStatus.SEND_CONTINUE
                        : context.notifyContainerAboutLogin(
                                caller.get(), caller.get().roles());
            }
            if (context.isProtected() || context.isAuthenticationRequest()) {
                guards.challenge(request, response);
                return AuthenticationStatus.SEND_CONTINUE;
            }
            return context.doNothing();
        } catch (IOException broken) {
            throw new AuthenticationException("the answer could not be written", broken);
        }
    }

    /** {@code logout()}: pass and identity end with it. */
    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        FaceCheckSession.existing(request).ifPresent(FaceCheckSession::logout);
        context.cleanClientSubject();
    }

    /** Made with the first request, since beans are there before the configuration is. */
    private ConstraintGuard guard(HttpServletRequest request) {
        ConstraintGuard made = guard;
        if (made == null) {
            made = ConstraintGuard.of(request.getServletContext());
            guard = made;
        }
        return made;
    }
}
