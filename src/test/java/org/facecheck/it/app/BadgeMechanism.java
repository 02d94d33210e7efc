package org.facecheck.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** A login by Jakarta Security with a principal of the application's own: a cookie says who it is. */
@ApplicationScoped
public class BadgeMechanism implements HttpAuthenticationMechanism {

    /** Has a number besides its name. */
    public static class Badge extends CallerPrincipal {
        private static final long serialVersionUID = 1L;

        Badge(String name) {
            super(name);
        }

        public String getEmployeeNumber() {
            return "E-" + getName();
        }
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals("badge")) {
                return context.notifyContainerAboutLogin(new Badge(cookie.getValue()), Set.of("user"));
            }
        }
        return context.doNothing();
    }
}
