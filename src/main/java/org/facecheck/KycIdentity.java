package org.facecheck;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;

/**
 * The KYC identity that a face check has verified in this session: what an application reads.
 *
 * <p>It holds the fields of the KYC document that the deployer allows to be kept ({@code facecheck.identity.fields}), under
 * the names of the Face Match API. Immutable, thread-safe and serialisable; the text form shows no personal data.
 *
 * @param recordId the KYC record's own id, empty if the service gave none
 * @param fields the allowed fields that the record has, such as {@code fullName} or {@code fullName_local}
 */
public record KycIdentity(String recordId, Map<String, String> fields) implements Serializable {

    /** Where {@link #of} looks in the session; written by Facecheck only. */
    public static final String SESSION_ATTRIBUTE = "org.facecheck.pass";

    private static final long serialVersionUID = 1L;

    /** What a stored identity of another version lacks is empty. */
    public KycIdentity {
        recordId = recordId == null ? "" : recordId;
        fields = fields == null ? Map.of() : Map.copyOf(fields);
    }

    /**
     * The identity verified in the request's session, empty where there is none or where somebody else has logged in (or
     * out) since. How long ago it was verified is not asked: that is up to the rule of each route.
     */
    public static Optional<KycIdentity> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(SESSION_ATTRIBUTE) instanceof Bearer bearer
                ? bearer.identityFor(request)
                : Optional.empty();
    }

    /** The field of this name, empty where the record lacks it or the deployer does not allow it. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The full name in Latin letters, as the document has it. */
    public Optional<String> fullName() {
        return field("fullName");
    }

    /** The full name in the document's own script, such as Arabic. */
    public Optional<String> fullNameLocal() {
        return field("fullName_local");
    }

    @Override
    public String toString() {
        return "KycIdentity" + fields.keySet();
    }

    /** What carries an identity through the session. Implemented by Facecheck only. */
    @FunctionalInterface
    public interface Bearer {

        /** The identity, if it was verified for whoever is logged in on this request. */
        Optional<KycIdentity> identityFor(HttpServletRequest request);
    }
}
