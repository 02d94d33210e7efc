package org.facecheck.login;

import jakarta.security.jacc.PolicyContext;
import java.util.Collection;
import java.util.Optional;

/**
 * What a {@code SecurityContext} asks who is logged in: a handler of the container's for its subject (Jakarta Authorization 2.1,
 * §4.6.1.1). WildFly 26 has it with a JACC policy only, and none as it is shipped; later ones have it without. Constraints,
 * {@code isUserInRole} and EJBs do not need it.
 */
final class SubjectHandler {
    private static final String KEY = "javax.security.auth.Subject.container";

    private SubjectHandler() {}

    /** What keeps applications on this WildFly from seeing who is logged in, and the line of the CLI that mends it. */
    static Optional<String> problem() {
        return problem(PolicyContext.getHandlerKeys());
    }

    /** The same for a server that has handlers under these keys. */
    static Optional<String> problem(Collection<?> keys) {
        return keys.contains(KEY)
                ? Optional.empty()
                : Optional.of(
                        "facecheck.login=container: a SecurityContext finds nobody on this WildFly, since it has no JACC"
                                + " policy. Where this application asks one, write into jboss-cli.sh, and reload the server:"
                                + " /subsystem=elytron/policy=jacc:add(jacc-policy={})");
    }
}
