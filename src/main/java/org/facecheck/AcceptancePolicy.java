package org.facecheck;

import java.util.Optional;

/**
 * Whether a KYC record that a face belongs to is good enough. The default asks for status, deletion, verification, document
 * expiry and liveness as configured; an application replaces it with a CDI bean of this type.
 *
 * <p>The policy judges one record at a time. That all accepted records must name one person is not up to it. Called by
 * many threads at once; a policy that throws accepts nothing.
 */
@FunctionalInterface
public interface AcceptancePolicy {

    /**
     * Why the record is not good enough, empty where it is.
     *
     * @return a short reason for the log, such as {@code document expired}, without personal data
     */
    Optional<String> objection(KycRecord record);
}
