package org.facecheck.internal.verdict;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What an attribute of whoever is logged in says. Asked of the request's principal and, where the container hides the
 * application's own principal behind one of its own, of those with the same name that the container knows besides.
 *
 * @param name the attribute's
 * @param others the caller's principals as the container's security context knows them
 */
public record CallerAttribute(String name, Supplier<? extends Collection<Principal>> others)
        implements Function<HttpServletRequest, Stream<String>> {
    private static final System.Logger LOG = System.getLogger("org.facecheck");

    /** The values; none where nobody is logged in, or who is lacks the attribute. */
    @Override
    public Stream<String> apply(HttpServletRequest request) {
        Principal caller = request.getUserPrincipal();
        if (caller == null) {
            return Stream.empty();
        }
        PrincipalAttribute attribute = new PrincipalAttribute(name);
        List<String> own = attribute.of(caller).toList();
        List<String> values = own.isEmpty()
                ? others.get().stream()
                        .filter(one -> caller.getName().equals(one.getName()))
                        .flatMap(attribute::of)
                        .toList()
                : own;
        if (values.isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the principal, of class {0}, has no attribute {1}, which facecheck.binding.attribute names",
                    caller.getClass().getName(),
                    name);
        }
        return values.stream();
    }
}
