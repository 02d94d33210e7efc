package org.facecheck.internal.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.facecheck.FaceCaller;

/**
 * The name of the principal that is logged in, as the container knows it. Personal data: the text form does not show it.
 *
 * @param text the name itself
 */
public record PrincipalName(String text) {

    /**
     * The name of the request's principal (Jakarta Servlet 6.0, §13.3), empty where none is logged in. One whom Facecheck itself
     * has logged in is none: a request to the capture page has that principal behind a rule, and not beside it.
     */
    public static Optional<PrincipalName> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getUserPrincipal())
                .filter(principal -> !(principal instanceof FaceCaller))
                .map(Principal::getName)
                .map(PrincipalName::new);
    }

    @Override
    public String toString() {
        return "PrincipalName";
    }
}
