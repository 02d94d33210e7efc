package org.facecheck;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.security.Principal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The KYC identity that a face check has verified in this session: what an application reads.
 *
 * <p>It holds the fields of the KYC document that the deployer allows to be kept ({@code facecheck.identity.fields}), under
 * the names of the Face Match API:
 *
 * <pre>{@code
 * String name = KycIdentity.of(request).flatMap(KycIdentity::fullName).orElse("unknown");
 * }</pre>
 *
 * <p>Values are made fit for pages and logs as those of a {@link KycRecord} are: without line breaks, control characters and
 * overrides of the direction of writing, and of 1,000 characters at most. They are to be escaped like all other text.
 *
 * <p>Immutable and thread-safe; the text form shows no personal data. It is kept in the HTTP session, and so on other servers
 * of a cluster and on disk if the container does that. It is a class with named fields and no record: JBoss Marshalling 2.0
 * (WildFly 26) refuses records, later ones read no record that has a component more or less than the stored one, and either
 * way the session is lost. By the rules for classes (Java Object Serialization Specification, §5.6.2), a field that only one
 * of two versions knows is left out.
 */
public final class KycIdentity implements Serializable {

    /** Where {@link #of} looks in the session; written by Facecheck only. */
    public static final String SESSION_ATTRIBUTE = "org.facecheck.pass";

    private static final long serialVersionUID = 1L;

    /** {@code null} where the service gave none. */
    private final @Nullable String recordId;

    /** {@code null} in what a version has stored that had no such field. Declared as a type that is serialisable. */
    private final @Nullable LinkedHashMap<String, String> fields;

    /**
     * An identity, as a test of an application's own may need one. In a session, Facecheck alone makes them.
     *
     * @param recordId the KYC record's own id; {@code null} or blank where the service gave none
     * @param fields the allowed fields that the record has, such as {@code fullName} or {@code fullName_local}; copied
     * @throws NullPointerException where a name or a value is {@code null}
     */
    public KycIdentity(@Nullable String recordId, Map<String, String> fields) {
        this.recordId = recordId == null || recordId.isBlank() ? null : PlainText.of(recordId);
        LinkedHashMap<String, String> copy = new LinkedHashMap<>();
        fields.forEach((name, value) ->
                copy.put(Objects.requireNonNull(name, "name"), PlainText.of(Objects.requireNonNull(value, "value"))));
        this.fields = copy;
    }

    /**
     * The identity verified in the request's session, empty where there is none or where another principal has logged in (or
     * the principal has logged out) since. How long ago it was verified is not asked: that is up to the rule of each route.
     *
     * <p>Where a filter of the application's wraps the request to say who is logged in, as Spring Security's does, that principal
     * counts, or the container's own one where Facecheck is asked before that filter ({@code facecheck.position=first}).
     *
     * @param request any request of the session; no session is begun
     * @return the identity, if it was verified for the principal of this request
     */
    public static Optional<KycIdentity> of(HttpServletRequest request) {
        return bearer(request.getSession(false)).flatMap(bearer -> bearer.identityFor(request));
    }

    /**
     * The same where there is no request but what it had, such as in the handshake of a WebSocket:
     *
     * <pre>{@code
     * KycIdentity.of((HttpSession) handshake.getHttpSession(), handshake.getUserPrincipal())
     * }</pre>
     *
     * @param session {@code null} where none has begun
     * @param principal who is logged in, {@code null} where nobody is; take it from the request or the handshake, never from what
     *     a client says
     * @return the identity, if it was verified for this principal
     * @throws IllegalStateException where the session has ended
     */
    public static Optional<KycIdentity> of(@Nullable HttpSession session, @Nullable Principal principal) {
        return bearer(session).flatMap(bearer -> bearer.identityFor(principal));
    }

    private static Optional<Bearer> bearer(@Nullable HttpSession session) {
        return session != null
                        && session.getAttribute(SESSION_ATTRIBUTE) instanceof Bearer bearer
                        && bearer.isOf(session)
                ? Optional.of(bearer)
                : Optional.empty();
    }

    /**
     * The KYC record's own id.
     *
     * @return the id as the Face Match API gives it, empty where it gave none
     */
    public Optional<String> recordId() {
        return Optional.ofNullable(recordId);
    }

    /**
     * The allowed fields that the record has.
     *
     * @return values by the names of the Face Match API; can't be changed
     */
    public Map<String, String> fields() {
        return fields == null ? Map.of() : Collections.unmodifiableMap(fields);
    }

    /**
     * One field.
     *
     * @param name as the Face Match API writes it, such as {@code dob}
     * @return its text, empty where the record lacks it or the deployer does not allow it
     */
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields().get(name));
    }

    /**
     * The full name in Latin letters.
     *
     * @return the name as the document has it, empty where it has none or the deployer does not allow it
     */
    public Optional<String> fullName() {
        return field("fullName");
    }

    /**
     * The full name in the document's own script, such as Arabic.
     *
     * @return the name as the document has it, empty where it has none or the deployer does not allow it
     */
    public Optional<String> fullNameLocal() {
        return field("fullName_local");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KycIdentity identity
                && Objects.equals(recordId, identity.recordId)
                && fields().equals(identity.fields());
    }

    @Override
    public int hashCode() {
        return Objects.hash(recordId, fields());
    }

    /** The names of the fields, and none of their values. */
    @Override
    public String toString() {
        return "KycIdentity" + fields().keySet();
    }

    /** What carries an identity through the session. Implemented by Facecheck only. */
    @FunctionalInterface
    public interface Bearer {

        /**
         * The identity, if it was verified for this principal.
         *
         * @param principal who is logged in, {@code null} where nobody is
         * @return empty for any other principal
         */
        Optional<KycIdentity> identityFor(@Nullable Principal principal);

        /**
         * Whether it was left in this session by the application whose session that is: a container may give two applications
         * one session. And whether no other login of the person has ended it.
         *
         * @param session in which it was found
         * @return whether it counts there
         */
        default boolean isOf(HttpSession session) {
            return true;
        }

        /**
         * The identity, if it was verified for the principal of this request.
         *
         * @param request as the application has it, perhaps wrapped
         * @return empty for any other principal
         */
        default Optional<KycIdentity> identityFor(HttpServletRequest request) {
            return identityFor(request.getUserPrincipal());
        }
    }
}
