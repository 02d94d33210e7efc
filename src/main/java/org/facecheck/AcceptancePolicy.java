package org.facecheck;

import java.util.Optional;

/**
 * Whether a KYC record that a face belongs to is good enough. The default asks for status, deletion, verification, document
 * expiry and liveness, as far as the keys {@code facecheck.accept.…} want them; an application replaces it with a CDI bean of
 * this type, which then answers all of that itself.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class AdultsOnly implements AcceptancePolicy {
 *     @Override
 *     public Optional<String> objection(KycRecord record) {
 *         if (!"ACCEPTED".equals(record.status())) {
 *             return Optional.of("status");
 *         }
 *         return isAdult(record.field("dob")) ? Optional.empty() : Optional.of("under age");
 *     }
 * }
 * }</pre>
 *
 * <p>The policy judges one record at a time. That all accepted records must name one person is not up to it.
 *
 * <p><strong>Threads.</strong> One policy is called by many threads at once, in the thread of the request that brought the
 * selfie, and lives as long as the application.
 *
 * <p><strong>Errors.</strong> A policy that throws, or returns {@code null}, verifies nobody: the check ends as trouble.
 */
@FunctionalInterface
public interface AcceptancePolicy {

    /**
     * Why the record is not good enough, empty where it is.
     *
     * @param record not {@code null}; what it lacks is {@code null} in it, and should be an objection
     * @return a short reason for the log, such as {@code document expired}, without personal data
     */
    Optional<String> objection(KycRecord record);
}
