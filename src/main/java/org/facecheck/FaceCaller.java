package org.facecheck;

import java.io.Serializable;
import java.security.Principal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a verified person is to the application where the face is the login ({@code facecheck.login}): the principal that
 * {@code getUserPrincipal()} gives, and the roles that {@code isUserInRole} knows. Jakarta Security calls such a person the
 * caller.
 *
 * <pre>{@code
 * new FaceCaller("a.gross", Set.of("employee", "payroll"))
 * }</pre>
 *
 * <p>Immutable and thread-safe; the text form shows no name. It is kept in the HTTP session, and so it is a class with named
 * fields and no record, as {@link KycIdentity} is and for the same reasons.
 */
public final class FaceCaller implements Principal, Serializable {
    private static final long serialVersionUID = 1L;

    /** As the application knows the person; another version may have stored what is none. */
    private final String name;
    /** Declared as a type that is serialisable; {@code null} in what another version may have stored. */
    private final @Nullable LinkedHashSet<String> roles;

    /**
     * A caller.
     *
     * @param name as the application knows the person: not blank, of 1,000 characters at most, without control characters,
     *     overrides of the direction of writing and U+FFFD, so that no name is taken for another one
     * @param roles none, or any; copied
     * @throws IllegalArgumentException where the name is none; the message does not show it
     */
    public FaceCaller(String name, Collection<String> roles) {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "a caller's name is blank, too long, or has characters that are not shown");
        }
        this.name = name;
        this.roles = new LinkedHashSet<>(roles);
    }

    /**
     * Whether a text can be a caller's name, see the constructor.
     *
     * @param text from outside, {@code null} for none
     * @return false where the constructor would throw
     */
    public static boolean isName(@Nullable String text) {
        return text != null && !text.isBlank() && PlainText.isFit(text) && text.indexOf('\uFFFD') < 0;
    }

    /**
     * Called after deserialisation, which calls no constructor.
     *
     * @return the caller, or {@code null} where what was stored has no name
     */
    private @Nullable Object readResolve() {
        return isName(name) ? new FaceCaller(name, roles()) : null;
    }

    @Override
    public String getName() {
        return name;
    }

    /**
     * The roles.
     *
     * @return can't be changed
     */
    public Set<String> roles() {
        return roles == null ? Set.of() : Collections.unmodifiableSet(roles);
    }

    /**
     * Whether the caller has a role; allocates nothing.
     *
     * @param role as the application asks for it; {@code **} is everybody who is logged in (Jakarta Servlet 6.0, §13.3)
     * @return as {@code isUserInRole} does
     */
    public boolean isInRole(String role) {
        return role.equals("**") || (roles != null && roles.contains(role));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof FaceCaller that && name.equals(that.name) && Objects.equals(roles, that.roles));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "FaceCaller";
    }
}
