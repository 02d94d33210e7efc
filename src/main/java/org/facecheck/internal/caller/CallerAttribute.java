package org.facecheck.internal.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The values of one attribute of the caller, as Jakarta Security calls the person who is logged in. The request's principal is
 * asked first. Containers may hide the application's own principal behind one of their own, which knows only the name
 * (Jakarta Security calls the two the container's and the application's caller principal); then the security context's
 * principals of the same name are asked.
 *
 * @param name the attribute's
 * @param contextPrincipals the caller's principals as the container's security context knows them; asked when needed only
 */
public record CallerAttribute(String name, Supplier<? extends Collection<Principal>> contextPrincipals)
        implements Function<HttpServletRequest, Stream<String>> {
    private static final System.Logger LOG = System.getLogger("org.facecheck");

    /** The values; none where the request has no principal, or no principal of the caller has the attribute. */
    @Override
    public Stream<String> apply(HttpServletRequest request) {
        Principal caller = request.getUserPrincipal();
        if (caller == null) {
            return Stream.empty();
        }
        PrincipalAttribute attribute = new PrincipalAttribute(name);
        List<String> own = attribute.valuesOf(caller).toList();
        List<String> values = own.isEmpty() ? valuesInContext(attribute, caller.getName()) : own;
        if (values.isEmpty()) {
            // The class helps to find the mistake; the principal itself would name the person.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the principal, of class {0}, has no attribute {1}, which facecheck.binding.attribute names",
                    caller.getClass().getName(),
                    name);
        }
        return values.stream();
    }

    /** Of the same name only: a context may hold principals of roles, groups and delegates, too. */
    private List<String> valuesInContext(PrincipalAttribute attribute, String callerName) {
        return contextPrincipals.get().stream()
                .filter(principal -> callerName.equals(principal.getName()))
                .flatMap(attribute::valuesOf)
                .toList();
    }
}
